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

/** Colours on a terminal only, and not where NO_COLOR (no-color.org) asks for none. */
export function createPaint({ env }: Io, terminal: boolean): Paint {
  if (!terminal || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb') return (_style, text) => text
  return (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`
}

/** Words as they may be sent to a terminal or a pipe: control characters shown, but for the colours that were put on them. */
export function harmless(text: string, terminal: boolean): string {
  if (!terminal) return clean(text)
  return text
    .split(/(\u001b\[\d+m)/)
    .map((part, i) => (i % 2 === 1 ? part : clean(part)))
    .join('')
}
