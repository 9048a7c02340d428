import fc from 'fast-check'

/** Random revisions of random policies, for laws that hold for every pair of versions. */

const WORDS =
  'de leerling school ouder mentor mag moet niet foto telefoon altijd alleen tekent meldt binnen vijf dagen bewaart deelt klas'.split(
    ' ',
  )

export interface Draft {
  readonly kind: 'section' | 'paragraph' | 'item' | 'deep' | 'row' | 'quote'
  readonly words: readonly string[]
  readonly id: number
  readonly note?: readonly string[]
  readonly bold?: boolean
}

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 14 })
const draft = (id: number): fc.Arbitrary<Draft> =>
  fc.record({
    kind: fc.constantFrom<Draft['kind']>('section', 'paragraph', 'paragraph', 'item', 'item', 'item', 'deep', 'row', 'quote'),
    words,
    id: fc.constant(id),
    note: fc.option(words, { nil: undefined, freq: 6 }),
    bold: fc.boolean(),
  }) as fc.Arbitrary<Draft>

type Step =
  | { readonly type: 'drop' | 'retype' | 'move' | 'split' | 'unnote'; readonly at: number; readonly to: number }
  | { readonly type: 'reword' | 'add'; readonly at: number; readonly to: number; readonly words: readonly string[] }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constantFrom('drop' as const, 'retype' as const, 'move' as const, 'split' as const, 'unnote' as const),
    at: fc.nat(40),
    to: fc.nat(40),
  }),
  fc.record({ type: fc.constantFrom('reword' as const, 'add' as const), at: fc.nat(40), to: fc.nat(40), words }),
)

function revise(drafts: readonly Draft[], steps: readonly Step[]): Draft[] {
  const next = [...drafts]
  let fresh = 1000
  for (const s of steps) {
    if (next.length === 0) break
    const at = s.at % next.length
    const here = next[at] as Draft
    if (s.type === 'drop') next.splice(at, 1)
    else if (s.type === 'move') next.splice(s.to % next.length, 0, ...next.splice(at, 1))
    else if (s.type === 'retype') next[at] = { ...here, kind: here.kind === 'item' ? 'paragraph' : 'item' }
    else if (s.type === 'unnote') next[at] = { kind: here.kind, words: here.words, id: here.id }
    else if (s.type === 'split') {
      const middle = here.words.length >> 1
      next.splice(
        at,
        1,
        { ...here, words: here.words.slice(0, middle) },
        { kind: here.kind, words: here.words.slice(middle), id: fresh++ },
      )
    } else if (s.type === 'add') next.splice(at, 0, { kind: 'paragraph', words: s.words, id: fresh++ })
    else if (s.type === 'reword') {
      const cut = s.to % here.words.length
      next[at] = { ...here, words: [...here.words.slice(0, cut), ...s.words.slice(0, 3), ...here.words.slice(cut + 2)] }
    }
  }
  return next
}

/** Two versions as files; with ids, or as plain Markdown without. */
export const revision: fc.Arbitrary<{ readonly old: string; readonly next: string }> = fc
  .tuple(
    fc.integer({ min: 2, max: 14 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => draft(i)))),
    fc.array(step, { maxLength: 6 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([drafts, steps, ids, numbers]) => ({
    old: file(drafts, ids, numbers),
    next: file(revise(drafts, steps), ids, numbers),
  }))

function file(drafts: readonly Draft[], ids: boolean, numbers: boolean): string {
  const notes: string[] = []
  const lines = drafts.map((d, i) => {
    const attributes = ids ? ` {#c${d.id}}` : ''
    const [first = '', ...rest] = d.words
    const note = d.note ? `[^n${d.id}]` : ''
    if (d.note) notes.push(`[^n${d.id}]: ${d.note.join(' ')}.`)
    const text = `${d.bold ? `**${first}**` : first} ${rest.join(' ')}.${note}${attributes}`
    const after = drafts[i - 1]?.kind
    switch (d.kind) {
      case 'section':
        return `\n# ${text}\n`
      case 'item':
        return `${after === 'item' || after === 'deep' ? '' : '\n'}1. ${text}`
      case 'deep':
        return after === 'item' || after === 'deep' ? `   1. ${text}` : `\n1. ${text}`
      case 'row': {
        const middle = d.words.length >> 1
        const table = `\n| een | twee |\n| --- | --- |\n| ${d.words.slice(0, middle).join(' ')} | ${d.words.slice(middle).join(' ')} |\n`
        return ids ? `${table}{#c${d.id}}\n` : table
      }
      case 'quote':
        return `\n> ${text}\n`
      default:
        return `\n${text}\n`
    }
  })
  const front = numbers ? 'numbering: { headings: [decimal], items: [lower-alpha, decimal] }\n' : ''
  return `---\ntitle: Regels\nlang: nl\n${front}---\n\n${lines.join('\n')}\n\n${notes.join('\n\n')}\n`
}
