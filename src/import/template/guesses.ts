import type { Declaration } from '../../model/index.js'
import { BLANK, clipped } from '../../model/index.js'
import { type Guess, lineOf, type Piece } from '../../pieces/index.js'

/** Letters of a clause that tell which one is meant. */
const SHOWN = 90

/** Everything that was guessed of a model, in the order of its text. */
export function guessesOf(pieces: readonly Piece[], parameters: Readonly<Record<string, Declaration>>): readonly Guess[] {
  return pieces.flatMap((piece): Guess[] => {
    const { part, text, id } = piece
    if (!part || piece.role === 'dropped') return []
    const { group, variant, when, optional, guidance, signs, front, behind, blanks, coloured } = part
    const words = [front, text, behind].filter(Boolean).join(' ')
    const at = { line: lineOf(piece), ...(id === undefined ? {} : { clause: id }) }
    const clause = { ...at, stood: clipped(words, SHOWN) }
    return [
      ...(guidance ? [{ ...clause, kind: 'guidance', sign: signs.guidance ?? 'word' } as const] : []),
      ...(group !== undefined && variant !== undefined
        ? [
            {
              ...clause,
              kind: when === undefined ? 'variant' : 'condition',
              name: when ?? variant,
              sign: signs.variant ?? 'word',
            } as const,
          ]
        : []),
      ...(optional ? [{ ...clause, kind: 'optional', sign: signs.optional ?? 'word' } as const] : []),
      ...(coloured ? [{ ...clause, kind: 'left', sign: 'colour' } as const] : []),
      ...blanks.map(({ name, stood, sign }): Guess => {
        const type = parameters[name]?.type
        return { ...at, kind: 'parameter', sign, stood, name, ...(type === undefined ? {} : { type }) }
      }),
    ]
  })
}

/** Words of a template as the model had them: what stood in each blank, and the words that only marked the clause. `words` has `{{name}}`. */
export function asItStood(words: string, piece: Piece): string {
  const { front = '', behind = '', blanks = [] } = piece.part ?? {}
  const left = [...blanks]
  const whole = words.replace(BLANK, (blank, name) => (left[0]?.name === name ? (left.shift()?.stood ?? blank) : blank))
  return [front, whole, behind].filter(Boolean).join(' ')
}

/** Values by which every parameter prints its own name in braces, so that what stood there can be put back. */
export const asBlanks = (parameters: Readonly<Record<string, unknown>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.keys(parameters ?? {}).map((name) => [name, `{{${name}}}`]))
