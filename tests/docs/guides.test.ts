import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { blocksOf, Reader } from '../support/reader.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const INSTALL = 'npm ci\nnpm link'
const AUTHOR = ['init', 'new', 'ids', 'lint', 'build', 'import', 'propose', 'decide', 'release', 'diff', 'verify']
const SECRETARY = ['init', 'propose', 'decide', 'status', 'diff', 'build', 'release', 'verify', 'withdraw']

describe.each([
  ['docs/guide/author.md', AUTHOR],
  ['docs/nl/auteur.md', AUTHOR],
  ['docs/guide/board-secretary.md', SECRETARY],
  ['docs/nl/bestuurssecretaris.md', SECRETARY],
])('%s', (name, verbs) => {
  const page = readFileSync(join(root, name), 'utf8')
  const [install, ...steps] = blocksOf(page)

  it('leads its reader through the whole of their work, by its own commands, in an empty folder', async () => {
    expect(install?.text).toBe(INSTALL)
    const reader = new Reader(name.startsWith('docs/nl') ? 'nl' : 'en')
    await reader.follow(page, steps)
    expect([...reader.remarked].filter((rule) => !page.includes(rule))).toEqual([])
    expect([...new Set(reader.ran.map((line) => line.replace('clausule ', '')))]).toEqual(expect.arrayContaining(verbs))
    const named = page.match(/(?<=`)(?:out|policies)\/[^`\n]*(?:\.\w+|\/)(?=`)/g) ?? []
    expect(named.length).toBeGreaterThan(5)
    for (const path of named) expect({ path, there: existsSync(join(reader.cwd, path)) }).toEqual({ path, there: true })
    const pack = named.find((path) => path.endsWith('/')) ?? expect.fail('no folder of papers')
    const papers = page.slice(page.indexOf(pack)).match(/(?<=`)[a-z-]+\.(?:pdf|docx|html)(?=`)/g) ?? []
    for (const paper of papers)
      expect({ paper, there: existsSync(join(reader.cwd, pack, paper)) }).toEqual({ paper, there: true })
  })

  it('links to pages that are there', () => {
    const links = [...page.matchAll(/\]\(([^)#]+\.md)\)/g)].map((match) => match[1] ?? '')
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter((link) => !existsSync(join(root, dirname(name), link)))).toEqual([])
  })
})

it('Dutch pages say of a link that leads to an English page that it does', () => {
  const folder = join(root, 'docs/nl')
  const links = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const page = readFileSync(join(folder, file), 'utf8')
      return [...page.matchAll(/\[[^\]\n]*\]\(\.\.\/[\w/.-]*\.md(?:#[\w-]*)?\)/g)].map(({ 0: link, index }) => ({
        said: `${file}: ${link}`,
        isEnglish:
          page.slice(0, index).trimEnd().endsWith('English:') ||
          /^(?: \(|, )Engels\)/.test(page.slice(index + link.length, index + link.length + 10)),
      }))
    })
  expect(links.length).toBeGreaterThan(15)
  expect(links.filter(({ isEnglish }) => !isEnglish)).toEqual([])
})
