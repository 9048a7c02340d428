import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintPolicy } from '../../src/lint/index.js'
import { metadataSchema, RULES, type RuleId } from '../../src/model/index.js'
import { parseYaml, readPolicy, writePolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'

const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8')
const fences = [...page.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, kind, flags = '', source = '']) => ({
  kind,
  flags: flags.trim(),
  source,
}))
const policies = fences.filter(({ kind }) => kind === 'markdown')

const messagesOf = (source: string) => {
  const read = readPolicy(source, 'voorbeeld.md')
  const resolved = resolve(read.value)
  return [...read.messages, ...resolved.messages, ...lintPolicy(resolved.value)]
}

describe('docs/format.md', () => {
  it('marks every Markdown example as a policy or a policy with an error', () => {
    expect(policies.filter(({ flags }) => flags === 'policy').length).toBeGreaterThan(2)
    expect(policies.filter(({ flags }) => flags.startsWith('policy error=')).length).toBeGreaterThan(3)
    for (const { flags } of policies) expect(flags).toMatch(/^policy(?: error=[a-z-]+\/[a-z-]+)?$/)
  })

  it.each(policies.filter(({ flags }) => flags === 'policy'))('reads example %# without a message', ({ source }) => {
    expect(messagesOf(source)).toEqual([])
  })

  it.each(policies.filter(({ flags }) => flags === 'policy'))(
    'finds example %# in canonical style, or makes it so',
    ({ source }) => {
      const once = writePolicy(readPolicy(source, 'voorbeeld.md').value)
      expect(writePolicy(readPolicy(once, 'voorbeeld.md').value)).toBe(once)
    },
  )

  it.each(policies.filter(({ flags }) => flags.includes('error=')))('finds what example %# is there for', ({ source, flags }) => {
    const rule = flags.replace('policy error=', '') as RuleId
    expect(RULES[rule]).toBeTruthy()
    expect(
      messagesOf(source)
        .filter(({ severity }) => severity === 'error')
        .map((message) => message.rule),
    ).toEqual([rule])
  })

  it.each(fences.filter(({ kind }) => kind === 'yaml'))('shows front matter that is valid: $source', ({ source }) => {
    const rules = { syntax: 'front-matter/yaml', unknown: 'front-matter/unknown-key' } as const
    const others = { missing: 'front-matter/missing-key', value: 'front-matter/value' } as const
    const origin = { file: 'format.md', firstLine: 1 }
    expect(parseYaml(`title: Afspraken\n${source}`, metadataSchema, { ...rules, ...others }, origin).messages).toEqual([])
  })

  it('lists every key of the front matter, and no other', () => {
    const table = page.slice(page.indexOf('## Front matter'), page.indexOf('## Markdown'))
    const listed = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key)
    expect(listed.toSorted()).toEqual(Object.keys(metadataSchema.shape).toSorted())
  })
})
