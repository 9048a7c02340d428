import { type Language, type Message, type Metadata, metadataSchema } from '../model/index.js'
import { parseYaml } from './yaml.js'

/** A file cut at its front matter. `bodyLine` is the line on which the body starts. */
interface SplitSource {
  readonly yaml?: string
  readonly body: string
  readonly bodyLine: number
  /** The file starts as front matter does, which nothing closes. */
  readonly unclosed: boolean
}

const FENCES = /^---[ \t]*\n([\s\S]*?\n|)---[ \t]*(?:\n|$)/
const OPENED = /^---[ \t]*\n[A-Za-z][\w-]*:(?:\s|$)/

export function splitFrontMatter(source: string): SplitSource {
  const match = FENCES.exec(source)
  if (!match) return { body: source, bodyLine: 1, unclosed: OPENED.test(source) }
  const head = match[0]
  return {
    yaml: match[1] ?? '',
    body: source.slice(head.length),
    bodyLine: head.split('\n').length - (head.endsWith('\n') ? 0 : 1),
    unclosed: false,
  }
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
