import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { boardPack } from '../../src/commands/board-pack.js'
import { diffCommand } from '../../src/commands/diff.js'
import type { Context } from '../../src/secretariat/context.js'
import { DIFF_PAPERS, type DiffPaper, DOCUMENT_FORMATS, endingOf } from '../../src/secretariat/formats.js'
import { findWorkspace, inMemory } from '../../src/workspace/index.js'
import { phraseInEnglish } from '../support/words.js'

const policy = (version: string, rule: string) => `---
title: Telefoonregels
organisation: linde
version: ${version}
status: proposed
lang: nl
date: 2026-02-01
proposal: De mentoren stellen voor de regels aan te scherpen.
route: [{ body: MR, right: consent }]
---

# Gebruik {#gebruik}

1. ${rule} {#pauze}
1. In de les is de telefoon uit. {#les}
`
const OLD = policy('1.0.0', 'Leerlingen mogen in de pauze bellen.')
const NEXT = policy('1.1.0', 'Leerlingen mogen in de pauze niet bellen.')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausule-diff-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const plain = (_style: string, text: string) => text

function workspace(): Context {
  const home = join(folder, 'policies', 'linde')
  mkdirSync(join(home, 'releases'), { recursive: true })
  writeFileSync(join(home, 'organisation.yaml'), 'name: Basisschool De Linde\n')
  writeFileSync(join(home, 'telefoon.md'), NEXT)
  writeFileSync(join(home, 'releases', 'telefoon@1.0.0.md'), OLD)
  return contextAt(folder)
}

function contextAt(cwd: string): Context {
  const found = findWorkspace(cwd)
  return { cwd, ...(found ? { workspace: found } : {}) }
}

describe('diff', () => {
  it('with one name compares the latest release with the working text', async () => {
    const { text, messages } = await diffCommand(workspace(), ['linde/telefoon'])
    expect(messages).toEqual([])
    expect(text(plain, phraseInEnglish)).toContain('1. Leerlingen mogen in de pauze {+niet +}bellen.'.slice(3))
    expect(text(plain, phraseInEnglish)).toContain('Van toegestaan naar verboden')
  })

  it('shows the changes of one significance alone, under a summary that counts all', async () => {
    const context = workspace()
    const only = await diffCommand(context, ['linde/telefoon'], { only: 'to-read', exitCode: true })
    expect(only.text(plain, phraseInEnglish)).toContain('1 inhoudelijke wijziging')
    expect(only.text(plain, phraseInEnglish)).not.toContain('{+niet +}')
    expect(only.data).toMatchObject({ clauses: [], summary: { significance: { substantive: 1 } } })
    expect(only.fails).toBe(false)
    const grave = await diffCommand(context, ['linde/telefoon'], { only: 'substantive', exitCode: true })
    expect(grave.text(plain, phraseInEnglish)).toContain('{+niet +}')
    expect(grave.fails).toBe(true)
  })

  it.each(DOCUMENT_FORMATS)('as %s has the changes of one significance, and finds one where there is one', async (format) => {
    const context = workspace()
    const output = join(folder, `paper.${endingOf(format)}`)
    const shown = async (only: 'to-read' | 'substantive') => {
      const { fails } = await diffCommand(context, ['linde/telefoon'], { only, exitCode: true, formats: [format], output })
      const bytes = readFileSync(output)
      const words = format === 'docx' ? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()) : bytes.toString()
      return { fails, words }
    }
    const [none, grave] = [await shown('to-read'), await shown('substantive')]
    expect([none.fails, grave.fails]).toEqual([false, true])
    // The words of a PDF are not in its bytes.
    if (format === 'pdf') expect(grave.words).not.toBe(none.words)
    else expect([none.words, grave.words].map((words) => words.includes('niet '))).toEqual([false, true])
  })

  it('finds a difference only when an exit code is asked for, and none between a text and itself', async () => {
    const context = workspace()
    expect((await diffCommand(context, ['linde/telefoon'])).fails).toBeUndefined()
    expect((await diffCommand(context, ['linde/telefoon'], { exitCode: true })).fails).toBe(true)
    expect((await diffCommand(context, ['linde/telefoon', 'linde/telefoon'], { exitCode: true })).fails).toBe(false)
  })

  it('shows one significance in no paper that tells the whole text', async () => {
    await expect(diffCommand(workspace(), ['linde/telefoon'], { only: 'to-read', paper: 'memo' })).rejects.toThrow('--only')
  })

  it('prints the comparison as JSON, and nothing else of its own', async () => {
    const { data, text } = await diffCommand(workspace(), ['linde/telefoon@1.0.0', 'linde/telefoon'], { formats: ['json'] })
    expect(JSON.parse(text(plain, phraseInEnglish))).toEqual(JSON.parse(JSON.stringify(data)))
    expect(data).toMatchObject({
      schema: 'clausule/comparison@2',
      old: { ref: 'linde/telefoon@1.0.0', version: '1.0.0' },
      new: { ref: 'linde/telefoon', version: '1.1.0' },
      summary: { edited: 1 },
    })
  })

  it('makes several formats at once, each as it would be made alone, and one file of one format', async () => {
    const context = workspace()
    const { written } = await diffCommand(context, ['linde/telefoon'], { formats: ['html', 'text', 'json'] })
    expect(written.map((path) => path.replace(/^.*\/out\//, ''))).toEqual([
      'linde/telefoon-1.0.0--1.1.0.html',
      'linde/telefoon-1.0.0--1.1.0-changes.txt',
      'linde/telefoon-1.0.0--1.1.0.json',
    ])
    const several = written.map((path) => readFileSync(path, 'utf8'))
    for (const [at, ending] of ['html', 'txt', 'json'].entries()) {
      const alone = await diffCommand(context, ['linde/telefoon'], { output: `alleen.${ending}` })
      expect(several[at]).toBe(readFileSync(alone.written[0] ?? '', 'utf8'))
    }
    const two = diffCommand(context, ['linde/telefoon'], { formats: ['html', 'pdf'], output: 'een.html' })
    await expect(two).rejects.toThrow('names one file')
    const only = diffCommand(context, ['linde/telefoon'], { formats: ['json', 'html'], only: 'to-read', paper: 'redline' })
    await expect(only).rejects.toThrow('--only')
  })

  it('writes the file it is asked for', async () => {
    const { written } = await diffCommand(workspace(), ['linde/telefoon'], { formats: ['docx'], output: 'voor-de-mr.docx' })
    expect(written).toEqual([join(folder, 'voor-de-mr.docx')])
    expect(readFileSync(join(folder, 'voor-de-mr.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('signs tracked changes with what is true: the organisation and the date of the new text, else the program and today', async () => {
    const signed = async (context: Context, names: readonly string[]) => {
      await diffCommand(context, names, { formats: ['docx'], output: '/made/paper.docx' })
      const file = context.files ?? context.workspace?.files
      const body = strFromU8(
        unzipSync(file?.read('/made/paper.docx') ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array(),
      )
      return /<w:ins [^>]*w:author="([^"]*)" w:date="([^"T]*)T/.exec(body)?.slice(1)
    }
    const at = (next: string): Context => ({
      cwd: '/made',
      files: inMemory({ '/made/old.md': OLD, '/made/new.md': next }, { today: '2027-05-04' }),
    })
    expect(await signed(at(NEXT), ['old.md', 'new.md'])).toEqual(['Clausule', '2026-02-01'])
    expect(await signed(at(NEXT.replace('date: 2026', 'date: 2041')), ['old.md', 'new.md'])).toEqual(['Clausule', '2027-05-04'])
    expect(await signed(at(NEXT.replace('date: ', 'effective: ')), ['old.md', 'new.md'])).toEqual(['Clausule', '2027-05-04'])
    const { workspace: found } = workspace()
    const inFolder: Context = { cwd: folder, ...(found ? { workspace: found } : {}) }
    await diffCommand(inFolder, ['linde/telefoon'], { formats: ['docx'], output: 'paper.docx' })
    const body = strFromU8(unzipSync(readFileSync(join(folder, 'paper.docx')))['word/document.xml'] ?? new Uint8Array())
    expect(body).toMatch(/<w:ins [^>]*w:author="Basisschool De Linde" w:date="2026-02-01T/)
  })

  it('shows in Word the paper that was asked for', async () => {
    const context = workspace()
    const body = async (paper?: DiffPaper) => {
      await diffCommand(context, ['linde/telefoon'], { formats: ['docx'], output: 'paper.docx', ...(paper ? { paper } : {}) })
      return strFromU8(unzipSync(readFileSync(join(folder, 'paper.docx')))['word/document.xml'] ?? new Uint8Array())
    }
    const made = new Map<DiffPaper, string>()
    for (const paper of DIFF_PAPERS) made.set(paper, await body(paper))
    expect(new Set(made.values()).size).toBe(DIFF_PAPERS.length)
    expect(await body()).toBe(made.get('redline'))
    const having = (words: RegExp) => DIFF_PAPERS.filter((paper) => words.test(made.get(paper) ?? ''))
    expect(having(/<w:ins /)).toEqual(['changes', 'redline', 'side-by-side', 'was-wordt'])
    expect(having(/In de les is de telefoon uit\./)).toEqual(['redline', 'clean', 'side-by-side', 'concordance'])
    expect(having(/<w:tbl>/)).toEqual(['side-by-side', 'was-wordt', 'memo', 'concordance'])
  })

  it('holds both texts in Markdown, as CriticMarkup', async () => {
    const { text } = await diffCommand(workspace(), ['linde/telefoon'], { formats: ['markdown'] })
    expect(text(plain, phraseInEnglish)).toContain('Leerlingen mogen in de pauze {++niet ++}bellen.')
  })

  it('says which of the two cannot be found, and writes nothing', async () => {
    const { messages, written } = await diffCommand(workspace(), ['linde/telefoon@9.9.9', 'linde/telefoon'], {
      formats: ['html'],
    })
    expect(messages).toMatchObject([{ rule: 'name/unknown', severity: 'error' }])
    expect(written).toEqual([])
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it('compares plain Markdown outside any workspace', async () => {
    writeFileSync(join(folder, 'a.md'), '# Rules\n\nStaff must report the loss within 5 days.\n')
    writeFileSync(join(folder, 'b.md'), '# Rules\n\nStaff must report the loss within 10 days.\n')
    const { text, written } = await diffCommand(contextAt(folder), ['a.md', 'b.md'])
    expect(text(plain, phraseInEnglish)).toContain('within [-5-]{+10+} days')
    expect(text(plain, phraseInEnglish)).toContain('Period from “5 days” to “10 days”')
    expect(written).toEqual([])
  })

  it('says so when nothing changed', async () => {
    writeFileSync(join(folder, 'a.md'), '# Regels\n\nDe school is om 17 uur dicht.\n')
    const { text } = await diffCommand(contextAt(folder), ['a.md', 'a.md'])
    expect(text(plain, phraseInEnglish)).toContain('Geen wijzigingen: de twee teksten zijn gelijk.')
  })

  it('says once what is wrong with a text that is held against itself', async () => {
    const context = workspace()
    writeFileSync(join(folder, 'policies/linde/telefoon.md'), NEXT.replace('In de les', 'Zie [](#weg). In de les'))
    const { messages } = await diffCommand(context, ['linde/telefoon', 'linde/telefoon'])
    expect(messages.map(({ rule }) => rule)).toEqual(['reference/unresolved'])
  })

  it('refuses three names', async () => {
    await expect(diffCommand(contextAt(folder), ['a', 'b', 'c'])).rejects.toThrow('Name two versions')
  })
})

describe("as git's diff driver", () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    })

  /** What git hands to the program it is told to run. */
  function handed(...args: string[]): string[] {
    const driver = join(folder, 'driver.sh')
    writeFileSync(
      driver,
      '#!/bin/sh\n[ "$2" = /dev/null ] || cp "$2" "$KEEP/old.md"\n[ "$5" = /dev/null ] || cp "$5" "$KEEP/new.md"\nprintf "%s\\n" "$@"\n',
      {
        mode: 0o755,
      },
    )
    const kept = join(folder, 'kept')
    mkdirSync(kept, { recursive: true })
    const said = execFileSync('git', ['-c', `diff.clausule.command=${driver}`, 'diff', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, KEEP: kept, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    })
    // git removes its temporary files when the driver ends.
    const [path = '', from = '', ...rest] = said.trim().split('\n')
    const keep = (file: string, name: string) => (file === '/dev/null' ? file : join(kept, name))
    return [path, keep(from, 'old.md'), ...rest.map((value, i) => (i === 2 ? keep(value, 'new.md') : value))]
  }

  beforeEach(() => {
    git('init', '--quiet')
    writeFileSync(join(folder, '.gitattributes'), '*.md diff=clausule\n')
    writeFileSync(join(folder, 'regels.md'), OLD)
    git('add', '.')
    git('commit', '--quiet', '-m', 'First')
    git('tag', 'v1')
  })

  it('shows what changed in the working tree', async () => {
    writeFileSync(join(folder, 'regels.md'), NEXT)
    const names = handed()
    expect(names).toHaveLength(7)
    const { text, messages } = await diffCommand(contextAt(folder), names)
    expect(text(plain, phraseInEnglish)).toMatch(/^clausule diff regels\.md\n/)
    expect(text(plain, phraseInEnglish)).toContain('in de pauze {+niet +}bellen')
    expect(messages).toEqual([])
  })

  it('shows a file that is gone as gone', async () => {
    git('rm', '--quiet', 'regels.md')
    const names = handed('HEAD')
    const { text, data } = await diffCommand(contextAt(folder), names)
    expect(data).toMatchObject({ summary: { removed: 3, unchanged: 0 } })
    expect(text(plain, phraseInEnglish)).toContain('[-Leerlingen mogen in de pauze bellen.-]')
  })

  it('compares a revision by name', async () => {
    writeFileSync(join(folder, 'regels.md'), NEXT)
    const { data } = await diffCommand(contextAt(folder), ['regels.md@git:v1', 'regels.md'])
    expect(data).toMatchObject({ old: { ref: 'regels.md@git:v1', version: '1.0.0' }, new: { version: '1.1.0' } })
  })
})

describe('board-pack', () => {
  it('makes the whole set with one command, all about the same two texts', async () => {
    const { written, messages, data } = await boardPack(workspace(), ['linde/telefoon@1.0.0', 'linde/telefoon'])
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([])
    const home = join(folder, 'out', 'linde', 'telefoon-1.0.0--1.1.0')
    const names = [
      'oplegger.pdf',
      'was-wordt.pdf',
      'wijzigingen.pdf',
      'concordantie.pdf',
      'vaststellingsbesluit.pdf',
      'vaststellingsbesluit.docx',
      'wijzigingen.html',
      'wijzigingen.docx',
      'vergelijking.json',
    ]
    expect(written).toEqual(names.map((name) => join(home, name)))
    const comparison = JSON.parse(readFileSync(join(home, 'vergelijking.json'), 'utf8'))
    expect(data.hashes).toEqual({ old: comparison.old.hash, new: comparison.new.hash })
    const page = readFileSync(join(home, 'wijzigingen.html'), 'utf8')
    for (const { hash } of [comparison.old, comparison.new]) expect(page).toContain(hash)
  })

  it('works on two files without a workspace', async () => {
    writeFileSync(join(folder, 'a.md'), '# Rules\n\nStaff must report the loss.\n')
    writeFileSync(join(folder, 'b.md'), '# Rules\n\nStaff may report the loss.\n')
    const { written } = await boardPack(contextAt(folder), ['a.md', 'b.md'])
    expect(written.map((path) => path.slice(folder.length + 1))).toContain('out/b-a.md--b.md/memo.pdf')
  })

  it('writes nothing when one of the two is not there', async () => {
    const { written } = await boardPack(workspace(), ['linde/niets', 'linde/telefoon'])
    expect(written).toEqual([])
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })
})
