import type { Element } from 'hast'
import { compareVersion } from '../../../model/index.js'
import { type ReceiptJson, verdictOf } from '../../../papers/receipt/index.js'
import { heading, type PolicyData } from '../../../present/index.js'
import { type Child, h } from '../../../render/html/index.js'
import { button, choices, field, folded, form, link, notice, panel, tick } from '../../markup.js'
import { addressOf } from '../../navigation.js'
import { plainPage } from '../../plain-pages.js'
import type { DeskPage, DeskRequest, Markup, Sent } from '../../types.js'
import { FACTS } from './decided.js'
import { isDoubtful, type Pieces, type ReviewPiece } from './pieces.js'
import { addressOfStaged, type Staged, type Target } from './staged.js'
import type { Changes } from './version.js'

/** A file that was sent, as it was read. */
export interface Read {
  readonly staged: Staged
  readonly target: Target
  /** Of a file that becomes a version of a policy. */
  readonly changes?: Changes
  readonly receipt: ReceiptJson
  readonly data: PolicyData
  readonly facts: Readonly<Record<string, string>>
  readonly pieces: Pieces
}

interface Typed {
  readonly sent?: Sent
  /** Pieces that were still to be judged. */
  readonly open?: readonly ReviewPiece[]
  readonly above?: Markup
}

/** What became of a file: its facts, what is doubtful beside its place in the source, and all the rest. */
export function reviewPage(request: DeskRequest, read: Read, { sent, open = [], above = [] }: Typed = {}): DeskPage {
  const { say } = request
  const { pieces, whole } = read.pieces
  const doubtful = pieces.filter(isDoubtful)
  const isLost = doubtful.some((piece) => piece.isLost)
  const count = doubtful.length
  const page = plainPage(request, say('desk.import.review', { file: read.staged.name }), changesSaid(read, say), {
    above: [...above, ...summary(read, say)],
    ...wayTo(request, read),
    // What is typed here is in no file yet: a change of others says nothing about it.
    ownLife: true,
    below: [
      form(
        request,
        addressOfStaged(read.staged, read.target),
        [
          facts(read, whole, say, sent),
          h(
            'section',
            { className: ['pieces'] },
            h('h2', {}, say(count === 1 ? 'desk.import.doubtful.one' : 'desk.import.doubtful.many', { count })),
            count === 0 ? h('p', {}, say('desk.import.doubtful.none')) : h('p', { className: ['hint'] }, say('desk.import.how')),
            doubtful.map((piece) => card(piece, before(pieces, piece), say, sent, open.includes(piece))),
          ),
          count > 1
            ? tick({ name: 'rest', label: say('desk.import.rest'), checked: sent?.text('rest') !== undefined })
            : undefined,
          isLost ? tick({ name: 'loss', label: say('desk.import.loss'), checked: sent?.text('loss') !== undefined }) : undefined,
          h(
            'p',
            { className: ['acts'] },
            button(say('desk.import.write'), { kind: 'main' }),
            link('/import', say('desk.import.other')),
          ),
        ],
        { name: 'review-form' },
      ),
      everything(pieces, say),
    ],
  })
  return read.changes?.shown ? withChanges(page, read.changes.shown, say) : page
}

/** The way to the page of a file that becomes a version: by the policy. */
function wayTo({ say }: DeskRequest, { target, staged, changes }: Read): Pick<DeskPage, 'crumbs' | 'policy'> {
  if (!('into' in target)) return {}
  return {
    policy: target.into,
    crumbs: [
      { text: say('desk.nav.overview'), address: '/' },
      { text: changes?.title ?? target.into, address: addressOf(target.into) },
      { text: say('desk.import.review', { file: staged.name }) },
    ],
  }
}

/** Which version a file becomes, where it becomes one of a policy. */
function changesSaid({ changes }: Read, say: Say): readonly string[] {
  if (!changes) return []
  const { isKnown, isDecided, version, former } = changes
  if (isKnown) return [say('desk.into.known', { version })]
  const standing = compareVersion(version, former) < 0 ? 'older' : isDecided ? 'decided' : 'newer'
  return [say(`desk.into.${standing}`, { version, former })]
}

/** The page with what changes in the policy above what is asked. */
function withChanges(page: DeskPage, { document, labels }: Pick<DeskPage, 'document' | 'labels'>, say: Say): DeskPage {
  const changed = document.children.filter(({ type }) => type !== 'cover')
  const children = [...page.document.children, heading(2, say('desk.into.changes')), ...changed]
  return { ...page, document: { ...document, title: page.document.title, children }, ...(labels ? { labels } : {}) }
}

type Say = DeskRequest['say']

/** Whether every word of the file was accounted for. */
const summary = ({ receipt }: Read, say: Say): Markup =>
  notice(receipt.unaccounted.length > 0 ? 'wrong' : 'info', [h('p', {}, verdictOf(receipt, say))])

/** What the cover says, and what is doubtful about the document as a whole. */
function facts({ facts: known }: Read, whole: Pieces['whole'], say: Say, sent: Sent | undefined): Child {
  return h(
    'section',
    { className: ['facts-asked'] },
    h('h2', {}, say('desk.import.facts')),
    whole.length === 0
      ? undefined
      : h(
          'ul',
          {},
          whole.map(({ message }) => h('li', {}, message)),
        ),
    h(
      'div',
      { className: ['in-line'] },
      FACTS.map((name) =>
        field({
          name,
          label: say(`desk.import.fact.${name}`),
          value: sent?.words(name) ?? known[name],
          required: name === 'title',
          ...(name === 'effective' || name === 'review' ? { kind: 'date' as const } : {}),
        }),
      ),
    ),
  )
}

const before = (pieces: readonly ReviewPiece[], piece: ReviewPiece): ReviewPiece | undefined => pieces[pieces.indexOf(piece) - 1]

/** A doubtful piece: where it stood, what it became, what is asked, and what can be done. */
function card(piece: ReviewPiece, previous: ReviewPiece | undefined, say: Say, sent: Sent | undefined, isOpen: boolean): Child {
  const { key, findings, isLost, clause, ways } = piece
  const chosen = sent?.text(`do-${key}`)
  const options = ['kept', ...ways.filter((way) => way !== 'words')]
  const isKnown = clause !== undefined && ways.includes('words')
  return h(
    'fieldset',
    { className: ['piece', ...(isOpen ? ['open'] : [])], id: `_piece-${key}` },
    h('legend', {}, placeOf(piece, say), clause?.number ? h('strong', {}, ` · ${clause.number}`) : undefined),
    isOpen ? h('p', { className: ['wrong'] }, say('desk.import.choose')) : undefined,
    h('ul', { className: ['asked'] }, [
      ...findings.map(({ message }) => h('li', {}, message)),
      ...(isLost ? [h('li', {}, say('desk.import.lost'))] : []),
    ]),
    h(
      'div',
      { className: ['sides'] },
      h(
        'div',
        { className: ['source'] },
        h('h3', {}, say('receipt.column.source')),
        previous ? h('p', { className: ['around'] }, shortened(sourceOf(previous))) : undefined,
        h('p', { className: ['words'] }, sourceOf(piece)),
      ),
      h(
        'div',
        { className: ['result'] },
        h('h3', {}, say('receipt.column.fate')),
        h('p', { className: ['fate'] }, fateOf(piece, say)),
        isKnown
          ? [
              h('label', { htmlFor: `_words-${key}`, className: ['hint'] }, say('desk.import.words-label')),
              h(
                'textarea',
                { id: `_words-${key}`, name: `words-${key}`, rows: rowsFor(clause.text) },
                sent?.words(`words-${key}`) ?? clause.text,
              ),
            ]
          : clause
            ? h('p', { className: ['words'] }, clause.text)
            : undefined,
      ),
    ),
    choices(
      `do-${key}`,
      options.map((value) => ({ value, text: say(`desk.import.do.${value}`) })),
      chosen,
    ),
  )
}

const placeOf = ({ parts: [first] }: ReviewPiece, say: Say): string =>
  [
    say('receipt.line', { line: first?.line ?? 1 }),
    ...(first?.page === undefined ? [] : [say('receipt.page', { page: first.page })]),
  ].join(', ')

const sourceOf = ({ parts }: ReviewPiece): string =>
  parts
    .map(({ text }) => text.replaceAll('\t', ' '))
    .join('\n')
    .trim()

const fateOf = ({ parts: [first] }: ReviewPiece, say: Say): string =>
  first === undefined ? '' : `${say(`receipt.fate.${first.fate}`)}${first.reason === undefined ? '' : ` (${first.reason})`}`

// Enough of what stands beside the words to know the place.
const AROUND = 90
const shortened = (words: string): string => (words.length > AROUND ? `… ${words.slice(-AROUND)}` : words)

// What stands on a line of the field at its usual width.
const CHARACTERS_A_ROW = 52
const rowsFor = (words: string): number => Math.min(12, Math.max(2, Math.ceil(words.length / CHARACTERS_A_ROW)))

/** Every part of the source with what became of it, to be read through. */
function everything(pieces: readonly ReviewPiece[], say: Say): Element {
  const columns = ['place', 'source', 'fate', 'result'] as const
  return folded(say('desk.import.all', { count: pieces.length }), [
    panel(say('receipt.fragments.title'), [
      h(
        'div',
        { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: say('receipt.fragments.title') },
        h(
          'table',
          { className: ['grid'] },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              columns.map((name) => h('th', { scope: 'col' }, say(`receipt.column.${name}`))),
            ),
          ),
          h(
            'tbody',
            {},
            pieces.map((piece) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, placeOf(piece, say)),
                h('td', {}, sourceOf(piece)),
                h('td', {}, fateOf(piece, say)),
                h('td', {}, [piece.clause?.number, piece.clause?.text].flatMap((each) => each ?? []).join(' ')),
              ),
            ),
          ),
        ),
      ),
    ]),
  ])
}
