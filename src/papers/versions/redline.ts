import type { Metadata } from '../../model/index.js'
import {
  type Cover,
  clauseMarks,
  createPresenter,
  type DocBlock,
  type DocInline,
  type Document,
  heading,
  NO_MARKS,
  paragraph,
  strong,
  text,
} from '../../present/index.js'
import type { Comparison, Entry } from '../../versions/index.js'
import { besideParts } from './beside.js'
import { settleLinks } from './links.js'
import { nest } from './nest.js'
import { pairsByPlace, pairsInFull } from './pairs.js'
import { paper } from './paper.js'
import { createRowPresenter } from './row-blocks.js'
import { rowsOf, type ShownRow } from './rows.js'
import { type VersionSetting, versionNames } from './setting.js'
import { substantiveList, toReadPart } from './substantive.js'
import { isEmpty, nothingOfSubstance, summaryText } from './summary.js'
import { inOrder, weave } from './weave.js'

/**
 * `marked`: the new text with what came and went; what is gone stands where it stood, what moved at its new place with a pointer at the
 * old one. `clean`: the new text alone. `complete`: both texts in full, for a format that can accept or reject changes: accepting all
 * gives the new text, rejecting all the old one, numbers, quotation marks and order included.
 */
export type RedlineMode = 'marked' | 'clean' | 'complete'

/** The whole new text with what changed in it. */
export function presentRedline(comparison: Comparison, setting: VersionSetting, mode: RedlineMode = 'marked'): Document {
  const { resolved } = setting.next
  const words =
    mode === 'clean'
      ? createPresenter(resolved, setting.template ? clauseMarks(resolved, setting.wording) : NO_MARKS).blocks(
          resolved.policy.children,
        )
      : woven(comparison, setting, mode === 'complete')
  const division: DocBlock = {
    type: 'division',
    role: 'body',
    page: false,
    children: mode === 'marked' ? words : settleLinks(words),
  }
  const document = paper(
    comparison,
    setting,
    mode === 'clean' ? 'clean' : 'redline',
    mode === 'marked'
      ? settleLinks([...summary(comparison, setting), ...contents(words, setting), division, ...colophon(comparison, setting)])
      : [division],
  )
  if (mode !== 'complete') return document
  // Nothing may stand in the text but the two versions themselves.
  const [was, is] = [setting.old, setting.next].map(({ side: { policy } }) => titlesOf(policy.metadata)) as [Titles, Titles]
  const cover: DocBlock = {
    type: 'cover',
    ...is,
    ...(was.title === is.title && was.subtitle === is.subtitle ? {} : { former: was }),
    organisation: '',
    facts: [],
  }
  return { ...document, children: [cover, division] }
}

type Titles = Pick<Cover, 'title' | 'subtitle'>

const titlesOf = ({ title, subtitle }: Metadata): Titles => ({ title, ...(subtitle === undefined ? {} : { subtitle }) })

function woven({ entries }: Comparison, setting: VersionSetting, complete: boolean): readonly DocBlock[] {
  const old = rowsOf(setting.old.side, 'old')
  const next = rowsOf(setting.next.side, 'next')
  const index = { old: indexOf(entries, 'old'), next: indexOf(entries, 'next') }
  const entryOf = ({ side, clause }: ShownRow): Entry | undefined => (clause ? index[side].get(clause.index) : undefined)

  const anchors = inOrder((complete ? pairsInFull : pairsByPlace)(old, next, entryOf))
  const kept = (row: ShownRow): boolean => {
    if (complete) return true
    const entry = entryOf(row)
    return entry?.fate === 'removed' || entry?.moved === true || follows(entry, row)
  }
  const present = createRowPresenter(entries, setting, complete, entryOf)
  return nest(weave(old, next, anchors, kept).map(present))
}

/** One of several clauses that became one: its words are in the one, a pointer stands in its place. */
const follows = (entry: Entry | undefined, row: ShownRow): boolean =>
  entry?.fate === 'merged' && entry.old[0]?.clause.index !== row.clause?.index

function indexOf(entries: readonly Entry[], side: 'old' | 'next'): ReadonlyMap<number, Entry> {
  return new Map(entries.flatMap((entry) => entry[side].map((piece) => [piece.clause.index, entry] as const)))
}

/** How to read the redline, and what in it is of substance. */
function summary(comparison: Comparison, setting: VersionSetting): readonly DocBlock[] {
  const { wording } = setting
  const names = versionNames(comparison, wording)
  const list = substantiveList(comparison, setting)
  const mark = (type: 'insertion' | 'deletion', key: string): DocInline => ({ type, children: [text(wording(key))] })
  return [
    {
      type: 'division',
      role: 'summary',
      page: false,
      children: [
        paragraph([strong(wording('versions.redline.intro', names))], 'lead'),
        paragraph(summaryText(comparison, wording)),
        ...(list ? [{ ...heading(1, wording('versions.part.substantive')), listed: false }, list] : []),
        ...(list || isEmpty(comparison) ? [] : [paragraph(nothingOfSubstance(comparison, wording))]),
        ...toReadPart(comparison, setting, 1),
        ...besideParts(comparison, setting, 1),
        paragraph(
          [
            text(`${wording('versions.legend')} `),
            mark('insertion', 'versions.legend.inserted'),
            text(', '),
            mark('deletion', 'versions.legend.deleted'),
            text(`. ${wording('versions.legend.moved')}`),
          ],
          'small',
        ),
      ],
    },
  ]
}

/** A text of a few headings is found without a list of them. */
const LISTED = 4

function contents(body: readonly DocBlock[], { wording }: VersionSetting): readonly DocBlock[] {
  const listed = body.filter((block) => block.type === 'heading' && block.listed && block.change !== 'deleted')
  return listed.length < LISTED ? [] : [{ type: 'contents', title: wording('document.contents'), depth: 2 }]
}

const colophon = (comparison: Comparison, setting: VersionSetting): readonly DocBlock[] => [
  { type: 'division', role: 'colophon', page: false, children: hashes(comparison, setting) },
]

/** Both content hashes, so that it can be checked which words a paper is about. */
export function hashes(comparison: Comparison, { wording }: Pick<VersionSetting, 'wording'>): readonly DocBlock[] {
  const names = versionNames(comparison, wording)
  return [
    hashOf(wording('versions.hash', { version: names.old }), comparison.old.hash),
    hashOf(wording('versions.hash', { version: names.next }), comparison.next.hash),
  ]
}

const hashOf = (said: string, hash: string): DocBlock => paragraph(`${said} ${hash}`, 'small')
