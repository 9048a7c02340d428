import { decisionsIn, type Finding, RIGHT_WORDS, timeIn } from '../blocks/index.js'
import { isUndecided } from '../cover/index.js'
import { wordsOfAll } from '../language/index.js'
import { clipped, type Unruled } from '../model/index.js'
import { lineOf, type Piece } from '../pieces/index.js'
import type { Outline } from './outline.js'
import type { ImportOptions } from './types.js'

/** What a document does not say about itself. `title` is the one that was taken, `ofFile` the one the file has among its properties. */
export function missingFacts(
  { facts, pieces }: Outline,
  { version, asTemplate }: ImportOptions,
  title: string,
  ofFile: string,
): Finding[] {
  const missing = (said: Unruled<'import/missing'>, line = 1): Finding => ({ rule: 'import/missing', ...said, line }) as Finding
  const remarks: readonly string[] = facts.remarks
  const dated = facts.date ?? facts.effective ?? facts.approvals.find(({ date }) => date !== undefined)
  const own = [
    ...(facts.title === undefined ? [missing({ form: 'title', values: { title } })] : []),
    ...(facts.titleGuessed && title !== ofFile ? [missing({ form: 'guessed', values: { title } })] : []),
    ...(facts.version === undefined ? [missing(missingVersion(versionNamed(facts, pieces), version))] : []),
  ]
  // When it takes effect, and who decides on it, is for who adopts a model to say.
  if (asTemplate) return own
  return [
    ...own,
    ...(dated === undefined && !remarks.some((remark) => timeIn(remark) !== undefined) ? [missing({ form: 'date' })] : []),
    ...(facts.effective === undefined ? [missing({ form: 'effective' })] : []),
    ...(facts.status === 'adopted' && isUndecided(facts) ? [missing({ form: 'decision' })] : []),
    ...unproved(facts).map((words) => {
      const piece = pieces.find(({ text }) => text.includes(words))
      return missing({ form: 'other-text', values: { words: clipped(words, LONGEST) } }, piece ? lineOf(piece) : 1)
    }),
    ...facts.others.map(({ key, value }) =>
      missing({ form: `other-${key}` as const, values: { taken: facts[key] as string, value } }),
    ),
    ...(facts.approvals.length === 0 && facts.status !== 'adopted' && !remarks.some(saysWho) ? [missing({ form: 'body' })] : []),
    ...facts.approvals.flatMap(({ name, role }) =>
      name !== undefined && name === role ? [missing({ form: 'person', values: { body: name } })] : [],
    ),
    ...remarks.flatMap((remark): Finding[] => {
      const month = timeIn(remark)
      const piece = pieces.find(({ role, text }) => role === 'metadata' && text.includes(remark))
      return month === undefined ? [] : [missing({ form: 'day', values: { month } }, piece ? lineOf(piece) : 1)]
    }),
  ]
}

// Letters: a sentence of two lines.
const LONGEST = 160

/** Sentences that tell of a decision which nothing else tells, of which nobody knows on what text it is. */
const unproved = ({ unproved: sentences, approvals, lang }: Outline['facts']): readonly string[] =>
  sentences.filter((sentence) => decisionsIn(sentence, lang).some(({ date }) => !approvals.some((known) => known.date === date)))

function missingVersion(words: string | undefined, version: string | undefined): Unruled<'import/missing'> {
  if (words !== undefined)
    return version === undefined ? { form: 'unread', values: { words } } : { form: 'unread-taken', values: { words, version } }
  return version === undefined ? { form: 'version' } : { form: 'taken', values: { version } }
}

const VERSION_NAMED = /(?:^|[,;|·(\t]\s*|\s[–—-]\s)(?<words>(?:versie|version)(?!\p{L})[^,;|·()\t]{0,60}?\d[^,;|·()\t]{0,30})/iu

/** "Versie: 2023-1", "versie mei 2025": a version that is no number with full stops, on a cover or in a margin. */
const versionNamed = ({ remarks }: Outline['facts'], pieces: readonly Piece[]): string | undefined =>
  [...remarks, ...pieces.flatMap(({ role, reason = '', text }) => (role === 'metadata' || /^running/.test(reason) ? [text] : []))]
    .map((line) => VERSION_NAMED.exec(line)?.groups?.words?.trim())
    .find((words) => words !== undefined)

const BY_SOMEONE = new RegExp(`\\b(?:${wordsOfAll('by')})\\s+\\p{L}`, 'iu')

/** "Vastgesteld door het bevoegd gezag: september 2023": who it was, if not on which day. */
const saysWho = (remark: string): boolean => RIGHT_WORDS.some(({ words }) => words.test(remark)) && BY_SOMEONE.test(remark)
