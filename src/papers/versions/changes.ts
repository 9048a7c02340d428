import { capital } from '../../language/index.js'
import { type DocBlock, type Document, muted, paragraph, strong, text } from '../../present/index.js'
import type { Comparison, Entry } from '../../versions/index.js'
import { besideParts } from './beside.js'
import { settleLinks } from './links.js'
import { createMarkedWords } from './marked-words.js'
import { paper } from './paper.js'
import { createPlaces } from './places.js'
import { reasonTexts, whyText } from './reasons.js'
import { hashes } from './redline.js'
import type { VersionSetting } from './setting.js'
import { fateText, summaryText } from './summary.js'

/**
 * Only the clauses that changed, each with its words, what became of it and why: for a reader in a hurry or at a terminal. With
 * `only` those of one significance; the summary counts all.
 */
export function presentChanges(comparison: Comparison, setting: VersionSetting, only?: Entry['significance']): Document {
  const { wording } = setting
  const places = createPlaces(setting)
  const wordsOf = createMarkedWords(comparison.entries, setting)

  const blocksOf = (entry: Entry): readonly DocBlock[] => {
    const [side, piece] = entry.next[0] ? (['next', entry.next[0]] as const) : (['old', entry.old[0]] as const)
    const section = places.section(side, piece)
    const number = places.number(side, piece)
    const where = [strong(number), ...(section === '' || section === number ? [] : [text(' '), muted(section)])]
    const level = wording(`versions.significance.${entry.significance}`)
    return [
      paragraph([...where, text(` · ${[level, fateText(entry, wording)].join(' · ')}`)]),
      ...wordsOf(entry),
      ...why(entry, setting),
      { type: 'rule' },
    ]
  }
  const changed = comparison.entries.filter(({ significance }) =>
    only === undefined ? significance !== 'none' : significance === only,
  )
  return paper(comparison, setting, 'changes', [
    paragraph(summaryText(comparison, wording)),
    ...settleLinks([...changed.flatMap(blocksOf), ...besideParts(comparison, setting, 1)]),
    ...hashes(comparison, setting),
  ])
}

/** The words of one change after another, with what came and went and why: for a page that heads them itself. */
export function createChangeWords(comparison: Comparison, setting: VersionSetting): (entry: Entry) => readonly DocBlock[] {
  const wordsOf = createMarkedWords(comparison.entries, setting)
  return (entry) => settleLinks([...wordsOf(entry), ...why(entry, setting)])
}

/** Why a change is what it is: in its author's words, and by its reasons. */
function why(entry: Entry, { wording, next }: VersionSetting): readonly DocBlock[] {
  // That a clause is new or gone has been said.
  const both = entry.old.length > 0 && entry.next.length > 0
  const reasons = both ? reasonTexts(entry, wording, next.side.policy.metadata.lang) : []
  const author = whyText(entry, wording)
  const said = [...(author === undefined ? [] : [author]), ...(reasons.length > 0 ? [capital(reasons.join('; '))] : [])]
  return said.map((words) => paragraph(words, 'small'))
}
