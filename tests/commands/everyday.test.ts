import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/model/index.js'
import { clausule } from '../support/cli.js'
import { filesIn, front, workspace } from '../support/workspace.js'

const MEDIA = `${front()}# Doel {#doel}\n\nWij vragen toestemming. {#vragen}\n`

describe('several formats at once', () => {
  it('are made by one command, each once, of every policy', async () => {
    const root = workspace(MEDIA, { 'policies/linde/kamp.md': MEDIA.replace('sociale media', 'kamp') })
    const { code, out } = await clausule(root, ['build', '--format', 'pdf,docx,html,pdf'])
    expect(code).toBe(0)
    const made = ['kamp', 'media'].flatMap((name) => ['docx', 'html', 'pdf'].map((ending) => `out/linde/${name}-1.0.0.${ending}`))
    expect(filesIn(root).filter((path) => path.startsWith('out/'))).toEqual(made)
    for (const path of made) expect(out).toContain(`made ${path}`)
    expect(readFileSync(join(root, 'out/linde/media-1.0.0.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readFileSync(join(root, 'out/linde/media-1.0.0.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('are all known, or nothing is made', async () => {
    const root = workspace(MEDIA)
    const { code, err } = await clausule(root, ['build', '--format', 'pdf,wav'])
    expect([code, err]).toEqual([2, expect.stringContaining('"wav"')])
    expect(filesIn(root).filter((path) => path.startsWith('out/'))).toEqual([])
  })
})

describe('a logo', () => {
  const branded = (mark: string, more: Readonly<Record<string, string | Uint8Array>> = {}) =>
    workspace(MEDIA, {
      'policies/linde/organisation.yaml': `name: De Linde\nbrand: { mark: ${mark}, markAlt: De Linde }\n`,
      ...more,
    })

  it.each([
    ['is not there', 'weg.svg', undefined],
    ['is no picture', 'mark.png', 'geen plaatje'],
    ['is cut off', 'mark.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['runs something', 'mark.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['is a folder', 'mark.svg/x', undefined],
  ])('that %s is found by lint, as build refuses it, in both languages', async (_, mark, bytes) => {
    const root = branded(
      mark.replace('/x', ''),
      bytes === undefined && !mark.includes('/') ? {} : { [`policies/linde/${mark}`]: bytes ?? 'x' },
    )
    for (const lang of LANGUAGES)
      for (const command of ['lint', 'build']) {
        const { code, err } = await clausule(root, [command, '--lang', lang])
        expect([command, code, err]).toEqual([command, 1, expect.stringContaining('brand/value')])
        expect(err).toContain('policies/linde/organisation.yaml')
      }
    expect(filesIn(root).filter((path) => path.startsWith('out/'))).toEqual([])
  })

  it('that is there is found fault with by neither', async () => {
    const root = branded('mark.svg', {
      'policies/linde/mark.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>De Linde</title><path d="M0 0H10V10Z"/></svg>',
    })
    for (const command of ['lint', 'build']) expect((await clausule(root, [command])).err).not.toContain('brand/value')
  })
})

describe('lint --strict', () => {
  it('fails on warnings as on errors, and on nothing less', async () => {
    const warned = workspace(MEDIA.replace('Wij vragen', 'De ouder meld het. Wij vragen'))
    const [usual, strict] = [await clausule(warned, ['lint']), await clausule(warned, ['lint', '--strict'])]
    expect(usual.err).toContain('warning')
    expect(strict.err).toBe(usual.err)
    expect([usual.code, strict.code]).toEqual([0, 1])
    expect((await clausule(workspace(MEDIA), ['lint', '--strict'])).code).toBe(0)
  })
})

describe('diff --paper', () => {
  it.each(['memo', 'was-wordt'])('is the %s in Word, too', async (paper) => {
    const root = workspace(MEDIA, { 'next.md': MEDIA.replace('vragen toestemming', 'vragen geen toestemming') })
    const run = (format: string) =>
      clausule(root, ['diff', 'linde/media', 'next.md', '--paper', paper, '--format', format, '--output', `out/paper.${format}`])
    for (const format of ['docx', 'html']) expect((await run(format)).code).toBe(0)
    const word = strFromU8(unzipSync(readFileSync(join(root, 'out/paper.docx')))['word/document.xml'] ?? new Uint8Array())
    const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(readFileSync(join(root, 'out/paper.html'), 'utf8'))?.[1] ?? '?'
    const plain = (markup: string) => markup.replace(/<[^>]*>/g, '').trim()
    expect(plain(word)).toContain(plain(title))
  })
})
