import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintPolicy } from '../../src/lint/index.js'
import { LINT_RULES } from '../../src/lint/rules/index.js'
import { LANGUAGES, type Message, RULES } from '../../src/model/index.js'
import { wordMessage } from '../../src/present/messages/index.js'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { loadOutdated, loadSpeller, loadWording } from '../../src/workspace/index.js'
import { englishMessage } from '../support/words.js'

/** One fenced example of a rule's page: a policy, and the messages that stand below it. */
interface Example {
  readonly source: string
  readonly ok: boolean
  readonly published: boolean
  readonly template: boolean
  readonly expected?: string
}

/** What a workspace knows beside the policy. */
const KNOWN = { outdated: loadOutdated(undefined).value, names: ['Linde MBO'], today: '2026-03-01', speller: loadSpeller('nl') }

const folder = new URL('../../src/lint/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts')

/** The examples in the comment at the top of a file: ```markdown [ok] [published] [template], each but an `ok` one followed by ```messages. */
function examplesOf(page: string): Example[] {
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\/\n/.exec(page)?.[1] ?? ''
  const text = comment.replace(/^ \* ?/gm, '')
  const fences = [...text.matchAll(/^```(\w+)([ \w]*)\n([\s\S]*?)^```$/gm)]
  return fences.flatMap(([, kind, flags = '', source = ''], i): Example[] => {
    if (kind !== 'markdown') return []
    const next = fences[i + 1]
    const expected = next?.[1] === 'messages' ? next[3] : undefined
    const has = (flag: string) => flags.split(' ').includes(flag)
    return [{ source, ok: has('ok'), published: has('published'), template: has('template'), ...(expected ? { expected } : {}) }]
  })
}

/** `line:column severity rule reason`, and below it, indented, the other places. */
const show = (message: Message): string => {
  const { place, severity, rule, reason, related = [] } = englishMessage(message)
  return [
    `${place?.line}:${place?.column} ${severity} ${rule} ${reason}`,
    ...related.map((other) => `  ${other.place.line}:${other.place.column} ${other.reason}`),
  ].join('\n')
}

describe('the rules', () => {
  it('have one file each, named after the rule', () => {
    expect(pages.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual(
      Object.keys(LINT_RULES)
        .map((id) => id.replace('/', '-'))
        .sort(),
    )
    for (const [id, rule] of Object.entries(LINT_RULES)) expect(rule.id).toBe(id)
  })
})

describe.each(Object.values(LINT_RULES))('$id', ({ id }) => {
  const examples = examplesOf(readFileSync(new URL(`${id.replace('/', '-')}.ts`, folder), 'utf8'))

  it('shows what is right and what is not', () => {
    expect(RULES[id]).toBeTruthy()
    expect(examples.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect(examples.filter(({ expected }) => expected).length).toBeGreaterThan(0)
    for (const { ok, expected } of examples) expect(ok).toBe(expected === undefined)
  })

  it.each(examples)('judges example %#', ({ source, published, template, expected = '' }) => {
    const read = readPolicy(source, 'voorbeeld.md')
    expect(read.messages).toEqual([])
    const found = lintPolicy(resolve(read.value).value, { ...KNOWN, published, template }).filter(({ rule }) => rule === id)
    expect(found.map(show).join('\n')).toBe(expected.trimEnd())
    for (const message of found) {
      expect(message.place?.file).toBe('voorbeeld.md')
      const [dutch, english] = LANGUAGES.map((lang) => wordMessage(message, loadWording(undefined, lang)))
      expect([dutch?.reason, english?.reason].join()).not.toMatch(/\{\{|undefined/)
      expect(dutch?.reason).not.toBe(english?.reason)
      expect(dutch?.reason).not.toMatch(/\b(?:Unexpected|expected|no longer)\b/)
    }
  })
})
