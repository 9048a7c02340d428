import { clean, type Paint } from '../render/text/index.js'
import type { Io } from './io.js'

const CODES: Record<Parameters<Paint>[0], readonly [on: number, off: number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  strike: [9, 29],
  underline: [4, 24],
}

/** What begins a colour until all is put together: half of a character, which no file in UTF-8 holds, so that what stands in a file is never taken for one. */
const BEGINS = '\udc1b'
const CODE = new RegExp(`(${BEGINS}\\[(?:${Object.values(CODES).flat().join('|')})m)`, 'u')

/** Colours on a terminal only, and not where NO_COLOR (no-color.org) asks for none. What is painted is sent by way of `harmless`. */
export function createPaint({ env }: Io, terminal: boolean): Paint {
  if (!terminal || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb') return (_style, text) => text
  return (style, text) => `${BEGINS}[${CODES[style][0]}m${text}${BEGINS}[${CODES[style][1]}m`
}

/** Words as they may be sent to a terminal or a pipe: control characters shown, but for the colours that were put on them. */
export const harmless = (text: string): string =>
  text
    .split(CODE)
    .map((part, i) => (i % 2 === 1 ? `\u001b${part.slice(BEGINS.length)}` : clean(part)))
    .join('')
