import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { blocksOf, Reader } from '../support/reader.js'
import { filesIn } from '../support/workspace.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

const GUIDES = [
  ['docs/nl/model-overnemen.md', 'nl'],
  ['docs/nl/model-maken.md', 'nl'],
  ['docs/guide/adapting-a-template.md', 'en'],
  ['docs/guide/making-a-template.md', 'en'],
] as const

describe.each(GUIDES)('%s', (name, lang) => {
  const page = readFileSync(join(root, name), 'utf8')

  it('can be followed, command by command', async () => {
    const reader = new Reader(lang)
    for (const block of blocksOf(page)) {
      // A file that the page shows whole is the one it named last.
      const [file = ''] =
        page
          .slice(0, block.index)
          .match(/(?<=`)[\w/-]+\.(?:yaml|md)(?=`)/g)
          ?.slice(-1) ?? []
      if (block.kind === 'yaml' || block.kind === 'markdown') writeFileSync(join(reader.cwd, file), `${block.text}\n`)
      else if (block.kind === 'diff') reader.edit(file, block.text)
      else await reader.follow(page, [block])
    }
    expect(reader.ran).toContain('clausule upgrade')
    // No edition stands under the decisions of the one before it, and the office released each with the verbs of every policy.
    const editions = filesIn(reader.cwd).filter((path) => /^templates\/.*\/releases\/(?:books|boeken)@/.test(path))
    const decided = editions.map(
      (path) => /^approvals:\n(?: .*\n)*? +text: (\S+)/m.exec(readFileSync(join(reader.cwd, path), 'utf8'))?.[1],
    )
    expect(new Set(decided).size).toBe(decided.length)
    expect(decided).not.toContain(undefined)
    // A text in another language than the page's would have its reader told in that language from then on.
    const texts = filesIn(reader.cwd).filter((path) => /^(?:policies|templates)\/.*\.md$/.test(path))
    const otherwise = texts.filter((path) => !readFileSync(join(reader.cwd, path), 'utf8').includes(`\nlang: ${lang}\n`))
    expect(otherwise).toEqual([])
    const named = page.match(/(?<=`)(?:out|policies)\/[^`\n]*\.(?:pdf|md|yaml)(?=`)/g) ?? []
    for (const path of named) expect({ path, there: existsSync(join(reader.cwd, path)) }).toEqual({ path, there: true })
  })

  it('links to pages that are there', () => {
    const links = [...page.matchAll(/\]\(([^)#]+\.md)/g)].map((match) => match[1] ?? '')
    expect(links.length).toBeGreaterThan(1)
    expect(links.filter((link) => !existsSync(join(root, dirname(name), link)))).toEqual([])
  })
})
