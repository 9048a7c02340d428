import { parseDocument } from 'yaml'
import { canonicalPolicy, clauses, hasErrors, type Metadata, type Policy, plainText } from '../model/index.js'
import { proposeIds, readPolicy, writePolicy } from '../read/index.js'
import { decode } from '../sources/index.js'
import type { Fragment, ImportOptions } from './types.js'

/** A Markdown file that already is a policy, in canonical style and with an id for every clause. */
export interface OwnPolicy {
  readonly policy: Policy
  readonly markdown: string
  /** Ids that stood in the file. */
  readonly carried: ReadonlySet<string>
  readonly fragments: readonly Fragment[]
  readonly unaccounted: readonly Fragment[]
}

/**
 * Takes a policy file as it is: its words, ids and front matter stay, ids that are missing are added, and it becomes the organisation's.
 * Undefined for Markdown that is no policy: without front matter, or with keys a policy does not have.
 */
export function ownPolicy(bytes: Uint8Array, name: string, options: ImportOptions): OwnPolicy | undefined {
  const text = decode(bytes, name).value
  // Without front matter it is none: reading it would take as long as bringing it in.
  if (text === undefined || !/^\uFEFF?---/.test(text)) return undefined
  const { value: read, messages } = readPolicy(text, name)
  if (read.yaml === '' || hasErrors(messages)) return undefined
  const yaml = withKeys(read, options)
  const markdown = writePolicy({ ...proposeIds(read), yaml })
  const { value: policy } = readPolicy(markdown, name)
  const fragments = fragmentsOf(read, policy)
  const isWhole = canonicalPolicy(proposeIds(read)) === canonicalPolicy(policy)
  const carried = new Set(clauses(read).flatMap(({ id }) => id ?? []))
  return { policy, markdown, carried, fragments, unaccounted: isWhole ? [] : fragments.filter(({ fate }) => fate !== 'metadata') }
}

/** The front matter with the organisation it is brought in for, and a version where it has none. */
function withKeys({ yaml, metadata }: Policy, { organisation, version }: ImportOptions): string {
  const wanted: Partial<Metadata> = {
    ...(organisation === undefined || organisation === metadata.organisation ? {} : { organisation }),
    ...(version === undefined || metadata.version !== undefined ? {} : { version }),
  }
  if (Object.keys(wanted).length === 0) return yaml
  const document = parseDocument(yaml)
  for (const [key, value] of Object.entries(wanted)) document.set(key, value)
  return document.toString({ lineWidth: 0 })
}

function fragmentsOf(read: Policy, written: Policy): Fragment[] {
  const ids = clauses(written).map(({ id }) => id)
  return [
    { line: 2, text: read.yaml.trimEnd(), fate: 'metadata', reason: 'front matter' },
    ...clauses(read).map(({ node, kind, index }): Fragment => {
      const id = ids[index]
      return {
        line: node.place.line,
        text: plainText(node),
        fate: kind === 'section' ? 'heading' : 'clause',
        ...(id === undefined ? {} : { clause: id }),
      }
    }),
  ]
}
