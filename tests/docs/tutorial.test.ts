import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { blocksOf, Reader } from '../support/reader.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const INSTALL = ['npm ci', 'npm link']

describe.each(['docs/tutorial.md', 'docs/nl/handleiding.md'])('%s', (name) => {
  const page = readFileSync(join(root, name), 'utf8')
  const [install, ...steps] = blocksOf(page)

  it('leads from nothing to the papers of the first revision, by its own commands', async () => {
    const reader = new Reader(name.startsWith('docs/nl') ? 'nl' : 'en')
    await reader.follow(page, steps)
    expect(reader.ran).toContain('clausule release')
    const [pack = ''] = /(?<=`)out\/[^`]*--[^`]*\/(?=`)/.exec(page) ?? []
    const papers = page.slice(page.indexOf(pack)).match(/(?<=`)[a-z-]+\.(?:pdf|docx|html)(?=`)/g) ?? []
    expect(papers).toHaveLength(4)
    const named = page.match(/(?<=`)(?:out|policies)\/[^`\n]*\.(?:pdf|md|yaml)(?=`)/g) ?? []
    for (const path of [...named, ...papers.map((paper) => join(pack, paper))]) {
      expect({ path, there: existsSync(join(reader.cwd, path)) }).toEqual({ path, there: true })
    }
  })

  it('installs as the README does, and links to pages that are there', () => {
    expect(install?.text).toBe(INSTALL.join('\n'))
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    for (const command of INSTALL) expect(readme).toContain(command)
    const links = [...page.matchAll(/\]\(([^)#]+\.md)\)/g)].map((match) => match[1] ?? '')
    expect(links.length).toBeGreaterThan(4)
    expect(links.filter((link) => !existsSync(join(root, dirname(name), link)))).toEqual([])
  })
})
