import { type DocBlock, paragraph } from '../../present/index.js'
import type { Entry } from '../../versions/index.js'
import { elideRows } from './elide.js'
import { createMarkedTables } from './marked-tables.js'
import type { VersionSetting } from './setting.js'
import { createSideTexts } from './side-texts.js'
import { createWords, regionOf } from './words.js'

/** The words of an entry in full, with what came and went: one text where both versions have words, else those of the one that has. */
export function createMarkedWords(entries: readonly Entry[], setting: VersionSetting): (entry: Entry) => readonly DocBlock[] {
  const words = createWords(entries, setting, false)
  const texts = createSideTexts(entries, setting)
  const tables = createMarkedTables(entries, setting)
  return (entry) => {
    const [before, after] = [regionOf(entry.old, words.printed.old), regionOf(entry.next, words.printed.next)]
    const both = entry.old.length > 0 && entry.next.length > 0
    const table = both ? tables(entry) : undefined
    if (table) return table.map((block) => (block.type === 'table' ? elideRows(block) : block))
    return both && before && after
      ? [paragraph(words.merged(before, after, words.fit(entry)))]
      : [...texts(entry, 'old'), ...texts(entry, 'next')]
  }
}
