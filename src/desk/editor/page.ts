import { toEditor } from '../../edit/index.js'
import type { Message, Metadata } from '../../model/index.js'
import { h } from '../../render/html/index.js'
import { resolve } from '../../resolve/index.js'
import { screenDocument } from '../../site/index.js'
import { brandOf, type Loaded, loadOrganisation, loadWording } from '../../workspace/index.js'
import { link, notice, wrongSaid } from '../markup.js'
import { addressOf } from '../navigation.js'
import { crumbsTo, fingerprint, isReadWhole } from '../policies.js'
import type { DeskPage, DeskRequest, Markup } from '../types.js'
import { FACTS, type Fact } from './sent-document.js'
import { EDITOR_WORDS } from './words.js'

/** What the front matter says that is filled in on this page: dates as `2027-01-31`, empty where nothing is said. */
export interface FactField {
  readonly name: Fact
  readonly label: string
  readonly value: string
  readonly type: 'text' | 'date'
}

/** What the page of the editor begins with. */
interface EditorData {
  readonly doc: unknown
  readonly seen: string
  readonly lang: string
  /** What numbers and values are computed from. */
  readonly metadata: Pick<Metadata, 'title' | 'status' | 'lang' | 'numbering' | 'parameters'>
  readonly address: string
  readonly facts: readonly FactField[]
  /** Where the file can be edited letter by letter. */
  readonly source: string
  readonly words: Readonly<Record<string, string>>
}

/** The policy as it will look, to be written in: the text is the document, and the tools are the script's. */
export function editorPage(request: DeskRequest, loaded: Loaded, messages: readonly Message[]): DeskPage {
  const { say, context } = request
  const { policy, entry, ref } = loaded
  const name = entry?.name ?? ref
  const { organisation: folder } = entry ?? {}
  const owner = context.workspace && folder !== undefined ? loadOrganisation(context.workspace, folder).value : undefined
  const shown = screenDocument(resolve(policy).value, {
    organisation: owner?.organisation ?? { name: folder ?? '' },
    brand: brandOf(owner).value,
    wording: loadWording(context.workspace, policy.metadata.lang),
    template: entry?.kind === 'template',
  })
  return {
    type: 'page',
    document: { ...shown, children: shown.children.filter(({ type }) => type === 'cover') },
    below: writing(request, loaded, messages, name),
    beside: tools(request),
    crumbs: crumbsTo(request, loaded, say('desk.tab.edit')),
    policy: name,
    tab: 'edit',
    reads: true,
    scripts: ['editor'],
    ownLife: true,
    ...(folder === undefined ? {} : { brand: folder }),
  }
}

function writing(
  { say }: DeskRequest,
  { policy, bytes, origin, entry }: Loaded,
  messages: readonly Message[],
  name: string,
): Markup {
  if (origin !== 'working' || entry?.packaged) return notice('info', [h('p', {}, say('desk.source.frozen'))])
  const source = `${addressOf(name)}/source`
  if (!isReadWhole(messages)) return wrongSaid(say('desk.edit.unreadable'), ' ', link(source, say('desk.tab.source')))
  const { title, status, lang, numbering, parameters } = policy.metadata
  const data: EditorData = {
    doc: toEditor(policy).toJSON(),
    seen: fingerprint(bytes),
    lang,
    metadata: { title, status, lang, ...(numbering ? { numbering } : {}), ...(parameters ? { parameters } : {}) },
    facts: FACTS.map((fact) => ({
      name: fact,
      label: say(fact === 'title' || fact === 'subtitle' ? `desk.edit.facts.${fact}` : `fact.${fact}`),
      value: policy.metadata[fact] ?? '',
      type: fact === 'title' || fact === 'subtitle' ? 'text' : 'date',
    })),
    address: `${addressOf(name)}/edit`,
    source,
    words: Object.fromEntries(EDITOR_WORDS.map((key) => [key, say(`desk.edit.${key}`, { count: '{count}', name: '{name}' })])),
  }
  return [
    // Nothing ties a decision of before to its words: what is written here would be released as decided on.
    ...(status === 'adopted'
      ? notice('info', [h('p', {}, say('desk.edit.adopted'), ' ', link(`${addressOf(name)}/decide`, say('desk.tab.decide')))])
      : []),
    h('div', { id: '_editor', 'data-editor': JSON.stringify(data) }),
    h('noscript', {}, ...notice('info', [h('p', {}, say('desk.edit.no-script'), ' ', link(source, say('desk.tab.source')))])),
  ]
}

/** What stands beside the text, empty until the script fills it; what is seldom filled in is folded. */
const tools = ({ say }: DeskRequest): Markup => {
  const panel = { className: ['panel', 'editor-panel'], hidden: true }
  return [
    h('details', panel, h('summary', {}, say('desk.edit.facts')), h('div', { id: '_facts' })),
    ...(['values', 'findings', 'changes'] as const).map((name) =>
      h(
        'section',
        panel,
        h('h2', {}, say(`desk.edit.${name}`), ' ', h('span', { id: `_${name}-count`, className: ['count'] })),
        h('div', { id: `_${name}` }),
      ),
    ),
  ]
}
