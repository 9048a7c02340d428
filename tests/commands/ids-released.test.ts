import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { front, workspace } from '../support/workspace.js'

const FILE = 'policies/linde/media.md'
const WORDS = 'Ouders klagen mondeling bij de directie.'

/** The id that a command gives the clause with our words. */
async function given(command: readonly string[], { more = '', released = '' } = {}): Promise<string | undefined> {
  const old = front().replace('version: 1.0.0', 'version: 0.9.0').replace('status: draft', 'status: adopted')
  const root = workspace(
    `${front(`lang: nl\n${more}`)}# Klachten {#klachten}\n\n${WORDS}\n`,
    released === '' ? {} : { 'policies/linde/releases/media@0.9.0.md': `${old}# Klachten {#klachten}\n\n${released}\n` },
  )
  await clausule(root, [...command])
  return /directie\. \{#([a-z-]+)\}/.exec(readFileSync(join(root, FILE), 'utf8'))?.[1]
}

describe.each([[['ids']], [['lint', '--fix']]])('%j', (command) => {
  it('gives no clause an id that another clause of a release had', async () => {
    const free = await given(command)
    expect(free).toMatch(/^[a-z-]+$/)
    expect(await given(command, { released: 'Iets anders. {#anders}' })).toBe(free)
    const other = await given(command, { released: `Leraren filmen niet. {#${free}}` })
    expect(other).toMatch(/^[a-z-]+$/)
    expect(other).not.toBe(free)
  })

  it.each([
    ['says why it changed', (id: string) => `changes:\n  ${id}:\n    why: Vervallen.`],
    ['says what it is called now', (id: string) => `renamed:\n  ${id}: klachten`],
  ])('nor one of which the front matter %s', async (_, moreOf) => {
    const free = (await given(command)) ?? ''
    const other = await given(command, { more: moreOf(free) })
    expect(other).toMatch(/^[a-z-]+$/)
    expect(other).not.toBe(free)
  })
})
