import type { Entry, Piece, Reason } from '../../compare/index.js'
import { modalityOf } from '../../compare/norms/index.js'
import type { Language } from '../../model/index.js'
import type { Wording } from '../wording.js'

/** Longer words of a reason are cut off: the clause itself stands beside it. */
const MOST = 60

/** Why a change matters, in the words of the reader: "van toegestaan naar verboden", "termijn van “5” naar “10”". */
export function reasonTexts(entry: Entry, wording: Wording, lang: Language): string[] {
  const shift = modalityShift(entry, wording, lang)
  const texts = entry.reasons
    .filter(({ kind }) => kind !== 'author' && !(shift !== undefined && (kind === 'norm' || kind === 'negation')))
    .map((reason) => reasonText(reason, wording))
  return [...new Set(shift === undefined ? texts : [shift, ...texts])]
}

function reasonText({ kind, old, next }: Reason, wording: Wording): string {
  const name = wording(`versions.reason.${kind}`)
  if (kind === 'added' || kind === 'removed') return name
  const values = { name, old: short(old), next: short(next) }
  if (old !== '' && next !== '') return wording('versions.reason-changed', values)
  if (next !== '') return wording('versions.reason-came', values)
  return old === '' ? name : wording('versions.reason-gone', values)
}

export const short = (words: string, most = MOST): string =>
  words.length <= most
    ? words
    : `${words.slice(0, words.lastIndexOf(' ', most) > most / 2 ? words.lastIndexOf(' ', most) : most)}…`

/** What a clause that was reworded allows, asks or forbids, when that is another than before. */
function modalityShift(entry: Entry, wording: Wording, lang: Language): string | undefined {
  const [before, after] = [entry.old[0], entry.next[0]]
  if (!before || !after || !entry.reasons.some(({ kind }) => kind === 'norm' || kind === 'negation')) return undefined
  const [old, next] = [modality(before, lang), modality(after, lang)]
  if (old === next || old === 'statement' || next === 'statement') return undefined
  return wording('versions.reason-modality', {
    old: wording(`versions.modality.${old}`),
    next: wording(`versions.modality.${next}`),
  })
}

const modality = ({ text, label }: Piece, lang: Language) => modalityOf(text.slice(label), lang)
