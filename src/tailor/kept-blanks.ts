import { BLANK, eachInline, type Inline, mapInlines } from '../model/index.js'

/** A blank with what was printed in its place, and the words directly beside it; none at the end of a run of text. */
interface Kept {
  readonly blank: string
  readonly value: string
  readonly before: string
  readonly after: string
}

/**
 * The words of a clause that was edited, with the blanks of the clause it was: where the value still stands between the words it stood between,
 * and nowhere else so. `values` are those that were printed.
 */
export function withBlanks(
  edited: readonly Inline[],
  former: readonly Inline[],
  values: Readonly<Record<string, string>>,
): readonly Inline[] {
  const kept = keptIn(former, values)
  if (kept.length === 0) return edited
  const texts: string[] = []
  eachInline(edited, (inline) => inline.type === 'text' && texts.push(inline.value))
  const sure = kept.filter(
    (one) =>
      texts.reduce((count, text) => count + placesOf(one, text).length, 0) === 1 &&
      kept.filter((other) => phraseOf(other) === phraseOf(one)).length === 1,
  )
  return mapInlines(edited, (inline) => {
    if (inline.type !== 'text') return [inline]
    const found = sure
      .flatMap((one) => placesOf(one, inline.value).map((at) => ({ one, at: at + one.before.length })))
      .sort((a, b) => b.at - a.at)
    let text = inline.value
    for (const { one, at } of found) text = text.slice(0, at) + one.blank + text.slice(at + one.value.length)
    return [text === inline.value ? inline : ({ ...inline, value: text } satisfies Inline)]
  })
}

const phraseOf = ({ before, value, after }: Kept): string => before + value + after

/** Where the words of a blank stand in a text; at its beginning or its end where they did. */
function placesOf(one: Kept, text: string): number[] {
  const phrase = phraseOf(one)
  const places: number[] = []
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const isFirst = one.before !== '' || at === 0
    const isLast = one.after !== '' || at + phrase.length === text.length
    if (isFirst && isLast) places.push(at)
  }
  return places
}

function keptIn(former: readonly Inline[], values: Readonly<Record<string, string>>): Kept[] {
  const kept: Kept[] = []
  const valueOf = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined)
  const printed = (text: string) => text.replace(BLANK, (blank, name: string) => valueOf(name) ?? blank)
  eachInline(former, (inline) => {
    if (inline.type !== 'text') return
    for (const match of inline.value.matchAll(BLANK)) {
      const value = valueOf(match[1] ?? '')
      if (value === undefined || value.trim() === '') continue
      kept.push({
        blank: match[0],
        value,
        before: /(?:\S+\s*|\s+)$/.exec(printed(inline.value.slice(0, match.index)))?.[0] ?? '',
        after: /^(?:\s*\S+|\s+)/.exec(printed(inline.value.slice(match.index + match[0].length)))?.[0] ?? '',
      })
    }
  })
  return kept
}
