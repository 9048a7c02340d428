import { type Language, type Message, type Metadata, metadataSchema } from '../model/index.js'
import { parseYaml } from './yaml.js'

/** A file cut at its front matter. `bodyLine` is the line on which the body starts. */
interface SplitSource {
  readonly yaml?: string
  readonly body: string
  readonly bodyLine: number
  /** The line --- that is not there, of a file that starts as front matter does. */
  readonly missing?: 'unclosed' | 'unopened'
}

const FENCES = /^---[ \t]*\n([\s\S]*?\n|)---[ \t]*(?:\n|$)/
const OPENED = /^---[ \t]*\n(?:#.*\n)*[A-Za-z][\w-]*:(?:\s|$)/
const KEYS = new Set(Object.keys(metadataSchema.shape))
/** So many keys of ours below each other are no text. */
const FEWEST_KEYS = 2
const MOST_REMARKS = 20

export function splitFrontMatter(source: string): SplitSource {
  const match = FENCES.exec(source)
  if (!match) {
    const missing = OPENED.test(source) ? 'unclosed' : startsWithKeys(source) ? 'unopened' : undefined
    return { body: source, bodyLine: 1, ...(missing && { missing }) }
  }
  const head = match[0]
  return {
    yaml: match[1] ?? '',
    body: source.slice(head.length),
    bodyLine: head.split('\n').length - (head.endsWith('\n') ? 0 : 1),
  }
}

/** Whether the first lines, but for remarks and what is indented, are keys of front matter, the title's or the organisation's among them. */
function startsWithKeys(source: string): boolean {
  const lines = source.trimStart().split('\n', MOST_REMARKS)
  const top = lines.filter((line) => !/^(?:#|[ \t]|$)/.test(line)).slice(0, FEWEST_KEYS)
  const keys = top.map((line) => /^([A-Za-z]+):(?:\s|$)/.exec(line)?.[1] ?? '')
  return (
    keys.length === FEWEST_KEYS && keys.every((key) => KEYS.has(key)) && keys.some((key) => /^(?:title|organisation)$/.test(key))
  )
}

const RULES = {
  syntax: 'front-matter/yaml',
  unknown: 'front-matter/unknown-key',
  missing: 'front-matter/missing-key',
  value: 'front-matter/value',
} as const

/** What a policy goes by that does not say it: a title where it has no usable one, and the language of its words. */
interface Fallback {
  readonly title: () => string
  readonly lang: () => Language
}

/** Reads front matter. What is wrong is left out and reported. */
export function readFrontMatter(yaml: string, file: string, fallback: Fallback): { value: Metadata; messages: Message[] } {
  const { value, messages } = parseYaml(yaml, metadataSchema, RULES, { file, firstLine: 2 }, { title: fallback.title() })
  return {
    value: { ...(value ?? { title: fallback.title(), status: 'draft' }), lang: value?.lang ?? fallback.lang() },
    messages,
  }
}
