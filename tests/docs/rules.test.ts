import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/commands/explain.js'
import { LINT_RULES } from '../../src/lint/rules/index.js'
import { LANGUAGES, RULES } from '../../src/model/index.js'
import type { Context } from '../../src/secretariat/context.js'
import { clausule } from '../support/cli.js'
import { folder } from '../support/workspace.js'
import { dutchRules, rulesPage, wordsOf } from './rules-page.js'

const PAGES = { en: 'rules.md', nl: 'nl/regels.md' } as const

describe.each(LANGUAGES)('the page of all rules in %s', (lang) => {
  const file = new URL(`../../docs/${PAGES[lang]}`, import.meta.url)
  const page = rulesPage(lang)

  it('is what the rules say: after a change, CLAUSULE_WRITE=1 npx vitest run tests/docs/rules.test.ts writes it', () => {
    if (process.env.CLAUSULE_WRITE) writeFileSync(file, page)
    expect(readFileSync(file, 'utf8')).toBe(page)
  })

  it('says of every rule how to mend what it finds, and of one that judges a policy what is right and what is wrong', () => {
    const { right, wrong, says, mend } = wordsOf(lang)
    const parts = page.split(/^## (?=[a-z-]+\/[a-z-]+$)/m).slice(1)
    expect(parts.length).toBe(Object.keys(RULES).length)
    expect(parts.filter((part) => !part.includes(`\n${mend}`)).map((part) => part.split('\n')[0])).toEqual([])
    const judging = parts.filter((part) => part.includes(`\n${right}\n`))
    expect(judging.length).toBe(Object.keys(LINT_RULES).length)
    for (const part of judging) {
      const rule = part.split('\n')[0]
      expect(part, rule).toContain(`\n${wrong}\n\n\`\`\`markdown\n`)
      expect(part, rule).toContain(`\n${says}\n\n\`\`\`text\n`)
    }
  })
})

it('Dutch is written for the rules there are, and no other', () => {
  expect(dutchRules).toEqual(Object.keys(RULES))
})

const CONTEXT: Context = { cwd: '/' }

describe('explain', () => {
  it('prints the part about one rule', async () => {
    const { code, out, err } = await clausule(folder(), ['explain', 'id/missing'])
    expect(out).toMatch(/^id\/missing\n\nEvery clause has an id\.\n/)
    expect(out).toContain('clausule ids')
    expect(out).not.toContain('## ')
    expect([code, err]).toEqual([0, ''])
  })

  it.each(Object.entries(RULES))('knows %s', (rule, asks) => {
    const { data } = explain(CONTEXT, rule)
    expect(data).toMatchObject({
      schema: 'clausule/rule@1',
      rule,
      asks,
      page: expect.stringMatching(/^To mend: .+[\s\S]*It can say:/m),
    })
  })

  it('speaks Dutch to who reads Dutch', async () => {
    const one = await clausule(folder(), ['explain', 'word/slip', '--lang', 'nl'])
    expect(one.out).toMatch(/^word\/slip\n\nGeen klein woord staat twee keer achter elkaar/)
    expect(one.out).toContain('1:35 waarschuwing word/slip Er staat “de de”; verwacht werd “de” één keer')
    const all = await clausule(folder(), ['explain', '--lang', 'nl'])
    expect(all.out).toMatch(/^id\/missing +Elke bepaling heeft een kenmerk\.$/m)
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
