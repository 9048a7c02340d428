import { describe, expect, it } from 'vitest'
import { LINT_RULES } from '../../src/lint/rules/index.js'
import { errorsIn, LANGUAGES, RULES } from '../../src/model/index.js'
import { commentOf, examplesOf, judged, pages, shown, worded } from './examples.js'

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
  const examples = examplesOf(commentOf(id) ?? '')

  it('shows what is right and what is not', () => {
    expect(RULES[id]).toBeTruthy()
    expect(examples.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect(examples.filter(({ expected }) => expected).length).toBeGreaterThan(0)
    for (const { ok, expected } of examples) expect(ok).toBe(expected === undefined)
  })

  it('finds its errors where nothing but errors is asked for', () => {
    for (const example of examples) expect(judged(id, example, { errorsOnly: true })).toEqual(errorsIn(judged(id, example)))
  })

  it.each(examples)('judges example %#', (example) => {
    const found = judged(id, example)
    expect(found.map((message) => shown(message, 'en')).join('\n')).toBe((example.expected ?? '').trimEnd())
    for (const message of found) {
      expect(message.place?.file).toBe('voorbeeld.md')
      const [dutch, english] = LANGUAGES.map((lang) => worded(message, lang))
      expect([dutch?.reason, english?.reason].join()).not.toMatch(/\{\{|undefined/)
      expect(dutch?.reason).not.toBe(english?.reason)
      expect(dutch?.reason).not.toMatch(/\b(?:Unexpected|expected|no longer)\b/)
    }
  })
})
