import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/model/index.js'
import { clausule } from '../support/cli.js'
import { folder } from '../support/workspace.js'
import { rulesPage } from './rules-page.js'

const file = new URL('../../docs/rules.md', import.meta.url)

describe('the page of all rules', () => {
  it('is what the rules say: after a change, CLAUSULE_WRITE=1 npx vitest run tests/docs/rules.test.ts writes it', () => {
    const page = rulesPage()
    if (process.env.CLAUSULE_WRITE) writeFileSync(file, page)
    expect(readFileSync(file, 'utf8')).toBe(page)
  })

  it('says of every rule that judges a policy what is right, what is wrong and how to mend it', () => {
    const parts = rulesPage()
      .split(/^## (?=[a-z-]+\/[a-z-]+$)/m)
      .slice(1)
    expect(parts.length).toBe(Object.keys(RULES).length)
    const judged = parts.filter((part) => part.includes('\nRight:\n'))
    expect(judged.length).toBeGreaterThan(25)
    for (const part of judged) {
      const rule = part.split('\n')[0]
      expect(part, rule).toMatch(/\nWrong:\n\n```markdown\n/)
      expect(part, rule).toMatch(/\nIt says, with line and column:\n\n```text\n/)
      expect(part, rule).toMatch(/\nTo mend: /)
    }
  })
})

describe('explain', () => {
  it('prints the part about one rule', async () => {
    const { code, out, err } = await clausule(folder(), ['explain', 'id/missing'])
    expect(out).toMatch(/^id\/missing\n\nEvery clause has an id\.\n/)
    expect(out).toContain('clausule ids')
    expect(out).not.toContain('## ')
    expect([code, err]).toEqual([0, ''])
  })

  it.each(Object.keys(RULES))('knows %s', async (rule) => {
    const { data } = await explained(rule)
    expect(data).toMatchObject({ schema: 'clausule/rule@1', rule, asks: RULES[rule as keyof typeof RULES] })
    expect(data.page).toContain('It can say:')
  })

  it('lists all rules when none is named', async () => {
    const { out } = await clausule(folder(), ['explain'])
    expect(out.trim().split('\n').length).toBe(Object.keys(RULES).length)
    expect(out).toMatch(/^id\/missing +Every clause has an id\.$/m)
  })

  it('names rules that look like the one asked for', async () => {
    const { code, err } = await clausule(folder(), ['explain', 'id/mising'])
    expect(code).toBe(2)
    expect(err).toContain('id/missing')
  })
})

async function explained(rule: string) {
  const { out } = await clausule(folder(), ['explain', rule, '--json'])
  return { data: JSON.parse(out) }
}
