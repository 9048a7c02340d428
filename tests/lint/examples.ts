import { readdirSync, readFileSync } from 'node:fs'
import { type LintOptions, lintPolicy } from '../../src/lint/index.js'
import type { Message, RuleId } from '../../src/model/index.js'
import { type WordedMessage, wordMessage } from '../../src/present/messages/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { loadOutdated, loadSpeller, loadWording } from '../../src/workspace/index.js'

/** One fenced example of a rule's page: a policy, and the messages that stand below it. */
export interface Example {
  readonly source: string
  readonly ok: boolean
  readonly published: boolean
  readonly template: boolean
  readonly expected?: string
}

/** What a workspace knows beside the policy. */
const KNOWN = { outdated: loadOutdated(undefined).value, names: ['Linde MBO'], today: '2026-03-01', speller: loadSpeller('nl') }

const folder = new URL('../../src/lint/rules/', import.meta.url)

/** The files of the rules that judge a policy. */
export const pages = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts')

const fileOf = (rule: RuleId): string => `${rule.replace('/', '-')}.ts`

/** The comment at the top of a rule's file; undefined for a rule that judges no policy. */
export function commentOf(rule: RuleId): string | undefined {
  if (!pages.includes(fileOf(rule))) return undefined
  const source = readFileSync(new URL(fileOf(rule), folder), 'utf8')
  return (/^\/\*\*\n([\s\S]*?)\n \*\/\n/.exec(source)?.[1] ?? '').replace(/^ \* ?/gm, '')
}

/** The examples in a comment: ```markdown [ok] [published] [template], each but an `ok` one followed by ```messages. */
export function examplesOf(comment: string): Example[] {
  const fences = [...comment.matchAll(/^```(\w+)([ \w]*)\n([\s\S]*?)^```$/gm)]
  return fences.flatMap(([, kind, flags = '', source = ''], i): Example[] => {
    if (kind !== 'markdown') return []
    const next = fences[i + 1]
    const expected = next?.[1] === 'messages' ? next[3] : undefined
    const has = (flag: string) => flags.split(' ').includes(flag)
    return [{ source, ok: has('ok'), published: has('published'), template: has('template'), ...(expected ? { expected } : {}) }]
  })
}

/** What a rule says of an example. */
export function judged(
  rule: RuleId,
  { source, published, template }: Example,
  asked: Pick<LintOptions, 'errorsOnly'> = {},
): readonly Message[] {
  const read = readPolicy(source, 'voorbeeld.md')
  if (read.messages.length > 0)
    throw new Error(`An example of ${rule} cannot be read: ${read.messages.map((each) => each.rule).join()}`)
  return lintPolicy(resolve(read.value).value, { ...KNOWN, ...asked, published, template }).filter((each) => each.rule === rule)
}

const wordings = { nl: loadWording(undefined, 'nl'), en: loadWording(undefined, 'en') }

/** A message with all its words. */
export const worded = (message: Message, lang: 'nl' | 'en'): WordedMessage => wordMessage(message, wordings[lang])

/** `line:column severity rule reason`, and below it, indented, the other places. */
export function shown(message: Message, lang: 'nl' | 'en'): string {
  const { place, severity, rule, reason, related = [] } = worded(message, lang)
  return [
    `${place?.line}:${place?.column} ${wordings[lang](`severity.${severity}`)} ${rule} ${reason}`,
    ...related.map((other) => `  ${other.place.line}:${other.place.column} ${other.reason}`),
  ].join('\n')
}
