import { randomFrom } from '../random.js'

/** A text of about as many letters as are asked. */
export type Text = (size: number) => string
export type Kinds = Readonly<Record<string, Text>>

export const WORDS =
  'de leerling ouder school meldt regel afspraak dag week moet mag niet wordt door bij van een het directeur klas brief vóór geen altijd team schriftelijk verzuim telefoon les toets bezwaar klacht termijn binnen gesprek mentor arts'.split(
    ' ',
  )

export const random = randomFrom(7)
/** Words that make no sense together. */
export const some = (count: number): string =>
  Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')

/** The same again and again, up to so many letters. */
export const filled = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length))

/** Line after line, each told its number. */
export function lines(line: (i: number) => string, end = '\n'): Text {
  return (size) => {
    const all: string[] = []
    for (let [length, i] = [0, 0]; length < size; i++) {
      const next = line(i)
      all.push(next)
      length += next.length + end.length
    }
    return `${all.join(end)}\n`
  }
}
