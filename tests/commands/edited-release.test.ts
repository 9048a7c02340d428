import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { filesIn, front, workspace } from '../support/workspace.js'

const MEDIA = `${front('route: [{ body: Bestuur, right: adoption }]\nlang: nl')}# Foto's {#fotos}\n\n1. Vraag eerst toestemming aan de ouders. {#vragen}\n2. Plaats geen foto van een zieke leerling. {#ziek}\n`
const WORKING = 'policies/linde/media.md'

/** A released policy, and its Word file as somebody wrote in it. */
async function edited(was: string, becomes: string) {
  const root = workspace(MEDIA)
  const run = (...argv: string[]) => clausule(root, argv)
  await run('propose', 'media')
  await run('decide', 'media', '--body', 'Bestuur', '--decision', 'positive', '--name', 'A. Beuk')
  expect((await run('release', 'media')).code).toBe(0)
  const files = unzipSync(readFileSync(join(root, 'out/linde/media-1.0.0.docx')))
  const body = strFromU8(files['word/document.xml'] as Uint8Array)
  expect(body).toContain(was)
  writeFileSync(join(root, 'terug.docx'), zipSync({ ...files, 'word/document.xml': strToU8(body.replaceAll(was, becomes)) }))
  const text = (path: string) => readFileSync(join(root, path), 'utf8')
  return { root, run, text }
}

it('the Word file of a release, edited by a colleague, comes back as the next draft, which nobody decided on', async () => {
  const { root, run, text } = await edited('zieke', 'zieke of verdrietige')
  const { code, out, err } = await run('import', 'terug.docx', '--into', 'media', '--lang', 'nl')
  expect([code, err]).toEqual([0, expect.stringContaining('import/decided')])
  expect(out).toContain('het is een bewerking van de vastgelegde versie 1.0.0')
  expect(text(WORKING)).toContain('2. Plaats geen foto van een zieke of verdrietige leerling. {#ziek}')
  expect(text(WORKING)).toMatch(/version: 1\.1\.0\nstatus: draft\n/)
  expect(text(WORKING)).not.toContain('approvals')
  expect(text(WORKING)).toMatch(/predecessor:\n {2}version: 1\.0\.0\n {2}hash: sha256:\w+\n {2}file: sha256:/)
  expect(filesIn(root).filter((path) => path.includes('releases/'))).toEqual(['policies/linde/releases/media@1.0.0.md'])
  expect((await run('lint')).code).toBe(0)
  expect((await run('diff', 'media')).out).toContain('{+of verdrietige +}')
  expect((await run('import', 'terug.docx', '--into', 'media', '--lang', 'en')).out).toContain('nothing')
})

it('it is told what to do where the draft was changed as well', async () => {
  const { root, run, text } = await edited('zieke', 'zieke of verdrietige')
  writeFileSync(join(root, WORKING), text(WORKING).replace('aan de ouders', 'aan beide ouders'))
  for (const [lang, said] of [
    ['en', 'compare the two ("clausule diff") and take over what you want, or give the document another version on its cover'],
    ['nl', 'vergelijk de twee (“clausule diff”) en neem over wat u wilt, of zet op de omslag van het stuk een andere versie'],
  ] as const) {
    const { code, err } = await run('import', 'terug.docx', '--into', 'media', '--lang', lang)
    expect([code, err]).toEqual([1, expect.stringContaining(said)])
  }
})

it('a draft in which nothing was written is a draft, also where nothing proves what was decided on the release before it', async () => {
  const typed = MEDIA.replace(
    'status: draft',
    'status: adopted\napprovals: [{ body: Bestuur, right: adoption, date: 2024-03-12 }]',
  )
  const root = workspace(typed)
  const run = (...argv: string[]) => clausule(root, argv)
  expect((await run('release', 'media', '--unproved')).code).toBe(0)
  for (const [lang, said] of [
    ['en', 'draft: nothing changed yet, the words of release 1.0.0'],
    ['nl', 'concept: nog niets veranderd, de woorden van de vastgelegde versie 1.0.0'],
  ] as const) {
    const { out } = await run('status', '--lang', lang)
    expect(out).toContain(said)
    expect(out).toMatch(/niet bewezen over welke woorden|not proved/)
  }
})
