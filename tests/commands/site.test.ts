import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, it } from 'vitest'
import { brokenLinks } from '../site/broken.js'
import { decided, textOf } from '../site/build.js'
import { DRAFT, ONE, schoolFiles as policies, SAYS, sampleWorkspace, TWO } from '../site/sample.js'
import { clausule } from '../support/cli.js'
import { wordsOn } from '../support/words.js'
import { filesIn, folder, lastingFolder } from '../support/workspace.js'

const two = () => folder(sampleWorkspace())

const site = (root: string, ...argv: string[]) => clausule(root, ['site', '--lang', 'nl', ...argv])
const page = (root: string, path: string) => readFileSync(join(root, 'out/site', path), 'utf8')
const pages = (root: string) => filesIn(join(root, 'out/site')).filter((path) => path.endsWith('.html'))

const broken = (root: string) => brokenLinks(join(root, 'out/site'))

describe('the site of a workspace', () => {
  /** One site for all who only read it; who changes something begins with a copy. */
  let plain = ''
  beforeAll(async () => {
    plain = lastingFolder(sampleWorkspace())
    expect((await site(plain)).code).toBe(0)
  })
  const begun = (): string => {
    const root = folder()
    cpSync(plain, root, { recursive: true })
    return root
  }

  it('has a page for every version, what changed, every clause and every comparison, and no link that leads nowhere', async () => {
    const root = plain
    expect(pages(root)).toEqual(
      [
        'compare/cameras/eik.cameras.hal/index.html',
        'compare/cameras/index.html',
        'eik/cameras/1.0.0/index.html',
        'eik/cameras/compared/index.html',
        'eik/cameras/history/index.html',
        'eik/cameras/index.html',
        'eik/index.html',
        'index.html',
        'linde/cameras/1.0.0--1.1.0/index.html',
        'linde/cameras/1.0.0/index.html',
        'linde/cameras/1.1.0/index.html',
        'linde/cameras/compared/index.html',
        'linde/cameras/history/index.html',
        'linde/cameras/index.html',
        'linde/index.html',
        'search/index.html',
        'subjects/cameras/index.html',
      ].sort(),
    )
    expect(broken(root)).toEqual([])
    expect(filesIn(join(root, 'out/site/linde/cameras/1.1.0'))).toEqual([
      'index.html',
      'policy.docx',
      'policy.json',
      'policy.md',
      'policy.pdf',
    ])
    expect(readFileSync(join(root, 'out/site/linde/cameras/1.1.0/policy.md'), 'utf8')).toBe(TWO.text)
  })

  it('shows what is in force, says what nothing proves, and shows no draft', async () => {
    const root = plain
    expect(wordsOn(page(root, 'linde/cameras/index.html'))).toContain('Versie 1.1.0 geldt sinds 10 januari 2025.')
    expect(page(root, 'linde/cameras/index.html')).toContain('en de stalling')
    expect(page(root, 'linde/cameras/1.0.0/index.html')).toContain('geldt niet meer')
    expect(page(root, 'eik/cameras/index.html')).toContain('noemt zichzelf vastgesteld')
    expect(page(root, 'eik/cameras/index.html')).not.toContain('legislationLegalForce')
    const all = pages(root)
      .map((path) => page(root, path))
      .join('\n')
    expect(all).not.toContain('hangen nergens')
  })

  it('says on its first page of a version that is still to begin that it is, and that what changed did', async () => {
    const coming = decided('1.1.0', "Camera's hangen in de hal en de stalling. {#hal}", '2026-01-10', 'effective: 2999-08-01\n')
    const root = folder(
      policies('linde', { 'cameras.md': DRAFT, 'releases/cameras@1.0.0.md': ONE.text, 'releases/cameras@1.1.0.md': coming.text }),
    )
    expect((await site(root)).code).toBe(0)
    const [, begins = '', changed = ''] = /Gaat nog in(.*)Laatst veranderd(.*)/s.exec(wordsOn(page(root, 'index.html'))) ?? []
    expect(begins).toContain('1.1.0')
    expect(changed).toContain('1.0.0')
    expect(changed).not.toContain('1.1.0')
  })

  it('leads an id that left the text to where it stood', async () => {
    const root = plain
    const shown = page(root, 'linde/cameras/index.html')
    expect(shown).toContain(' id="bord"')
    expect(shown).toContain('href="1.0.0/#bord"')
    expect(page(root, 'linde/cameras/history/index.html')).toContain('id="hal"')
  })

  it('shows drafts when asked, as drafts, and takes them away again', async () => {
    const root = two()
    await site(root, '--drafts')
    expect(page(root, 'linde/cameras/draft/index.html')).toContain('Concept')
    expect(page(root, 'linde/cameras/index.html')).toContain('en de stalling')
    expect(broken(root)).toEqual([])
    await site(root)
    expect(existsSync(join(root, 'out/site/linde/cameras/draft'))).toBe(false)
    expect(broken(root)).toEqual([])
  })

  it('is the same bytes from the same texts, and makes again only what changed', async () => {
    const root = begun()
    const first = new Map(filesIn(join(root, 'out/site')).map((path) => [path, page(root, path)]))
    expect((await site(root)).out).toContain('geschreven: 0, weggehaald: 0')
    const path = join(root, 'policies/eik/cameras.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('fietsenhok', 'plein'))
    await site(root)
    const changed = filesIn(join(root, 'out/site')).filter((file) => first.get(file) !== page(root, file))
    expect(changed).toContain('eik/cameras/index.html')
    expect(changed.filter((file) => file.startsWith('linde/cameras/1.'))).toEqual([])
    // Made from nothing it is the same.
    const now = new Map(filesIn(join(root, 'out/site')).map((file) => [file, page(root, file)]))
    rmSync(join(root, 'out/site'), { recursive: true })
    await site(root)
    const again = new Map(filesIn(join(root, 'out/site')).map((file) => [file, page(root, file)]))
    expect([...again.keys()]).toEqual([...now.keys()])
    for (const [file, words] of again) if (file !== '.clausule-site.json') expect(words, file).toBe(now.get(file))
  })

  it('makes no page again where a draft changed that it does not show', async () => {
    const root = begun()
    const first = new Map(filesIn(join(root, 'out/site')).map((path) => [path, page(root, path)]))
    const path = join(root, 'policies/linde/cameras.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('nergens', 'overal'))
    expect((await site(root)).out).toContain('geschreven: 1, weggehaald: 0')
    expect(filesIn(join(root, 'out/site')).filter((file) => first.get(file) !== page(root, file))).toEqual([
      '.clausule-site.json',
    ])
    expect((await site(root)).out).toContain('geschreven: 0, weggehaald: 0')
    // The draft is on the site that shows drafts.
    await site(root, '--drafts')
    expect(page(root, 'linde/cameras/draft/index.html')).toContain('overal')
  })

  it('says of a policy that must be left out that it is, once, also where that is an error', async () => {
    const root = begun()
    appendFileSync(join(root, 'policies/eik/cameras.md'), '\nZie [](#weg).\n')
    for (const [argv, code] of [
      [[], 1],
      [['--strict'], 1],
    ] as const) {
      const { code: ended, err } = await site(root, ...argv)
      expect([ended, err.split('site/left-out').length - 1]).toEqual([code, 1])
    }
  })

  it('leaves a policy off with the line and the rule of its first error, where a key of the front matter is mistyped', async () => {
    const root = begun()
    const path = join(root, 'policies/eik/cameras.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^status:/m, 'stauts:'))
    const { code, err } = await site(root)
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/site\/left-out\n.*cameras\.md:\d+:1.*De eerste ervan is van front-matter\/unknown-key/),
    ])
    const { err: linted } = await clausule(root, ['lint', 'eik/cameras', '--lang', 'nl'])
    expect(linted).toContain('Is status bedoeld?')
  })

  it('keeps what was adopted where it stands while its next text has an error, says so each time, and ends in 1', async () => {
    const root = begun()
    const draft = join(root, 'policies/linde/cameras.md')
    const before = pages(root).map((path) => [path, page(root, path)])
    const left = async (text: string, ...argv: string[]) => {
      writeFileSync(draft, text)
      const { code, err } = await site(root, ...argv)
      expect([code, err]).toEqual([1, expect.stringContaining('de vastgestelde versies wel')])
    }
    for (const argv of [[], [], ['--drafts']]) await left(`${DRAFT}\nZie [](#weg).\n`, ...argv)
    expect(existsSync(join(root, 'out/site/linde/cameras/draft'))).toBe(false)
    await left(DRAFT.replace('\nstatus:', '\nroute: [\nstatus:'))
    writeFileSync(draft, DRAFT)
    expect((await site(root)).code).toBe(0)
    expect(pages(root).map((path) => [path, page(root, path)])).toEqual(before)
  })

  it('shows no release of which nobody can tell whether it was withdrawn', async () => {
    const root = begun()
    writeFileSync(join(root, 'policies/linde/cameras.md'), DRAFT.replace(/^status: draft$/m, 'status: [withdrawn'))
    const { code, err } = await site(root)
    expect([code, err]).toEqual([1, expect.stringContaining('“linde/cameras” staat niet op de site')])
    expect(pages(root).filter((path) => path.startsWith('linde/cameras'))).toEqual([])
  })

  it('mends what was half written or is gone, takes away what is no more, and leaves alone what is not its own', async () => {
    const root = begun()
    truncateSync(join(root, 'out/site/linde/cameras/index.html'), 10)
    rmSync(join(root, 'out/site/eik/cameras/1.0.0/policy.json'))
    writeFileSync(join(root, 'out/site/CNAME'), 'beleid.example.org')
    await site(root)
    expect(broken(root)).toEqual([])
    expect(page(root, 'linde/cameras/index.html')).toContain('</html>')
    const index = page(root, 'search/index-nl.json')
    truncateSync(join(root, 'out/site/search/index-nl.json'), 10)
    await site(root)
    expect(page(root, 'search/index-nl.json')).toBe(index)
    rmSync(join(root, 'policies/eik'), { recursive: true })
    await site(root)
    expect(filesIn(join(root, 'out/site')).filter((path) => path.startsWith('eik/') || path.startsWith('compare/'))).toEqual([])
    expect(page(root, 'CNAME')).toBe('beleid.example.org')
    expect(broken(root)).toEqual([])
    writeFileSync(join(root, 'out/site/.clausule-site.json'), '{ half')
    expect((await site(root)).code).toBe(0)
  })

  it('leaves out a policy with errors and says so, or makes nothing', async () => {
    const root = folder({
      ...policies('linde', { 'cameras.md': DRAFT, 'releases/cameras@1.1.0.md': TWO.text }),
      ...policies('eik', { 'cameras.md': textOf('1.0.0', 'Zie [](#nergens). {#hal}') }),
    })
    const made = await site(root)
    expect(made.code).toBe(1)
    expect(made.err).toContain('“eik/cameras” staat niet op de site')
    expect(pages(root).some((path) => path.startsWith('eik/'))).toBe(false)
    rmSync(join(root, 'out'), { recursive: true })
    expect((await site(root, '--strict')).code).toBe(1)
    expect(existsSync(join(root, 'out/site'))).toBe(false)
  })

  it('keeps what is markup in a title words, also in the feed and in the data', async () => {
    const title = `"<img src=x onerror=alert(1)> & </script> \\u2028"`
    const root = folder(
      policies('linde', {
        'cameras.md': textOf('1.0.0', 'Een regel. {#regel}', `effective: 2024-01-01\n${SAYS}`).replace(
          "Protocol camera's",
          title,
        ),
      }),
    )
    expect((await site(root, '--base', 'https://example.org/beleid')).code).toBe(0)
    for (const path of pages(root)) {
      expect(page(root, path), path).not.toContain('<img src=x')
      const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page(root, path)) ?? []
      if (data) expect(JSON.parse(data).name).toContain('<img')
    }
    for (const path of ['feed.xml', 'sitemap.xml']) new SaxesParser().write(page(root, path)).close()
    expect(page(root, 'sitemap.xml')).toContain('<loc>https://example.org/beleid/linde/cameras/1.0.0/</loc>')
    expect(page(root, 'index.html')).toContain('rel="canonical" href="https://example.org/beleid/"')
    expect(broken(root)).toEqual([])
  })

  it('refuses names that are those of the site itself, and a base that is none', async () => {
    const root = folder(policies('search', { 'cameras.md': textOf('1.0.0', 'Een regel. {#regel}', SAYS) }))
    const refused = await site(root)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('een map van de site zelf')
    expect(existsSync(join(root, 'out/site'))).toBe(false)
    expect((await site(two(), '--base', 'beleid.example.org')).code).toBe(2)
  })

  it('is written where it is asked, outside the workspace too, and never among the policies', async () => {
    const root = two()
    const elsewhere = folder({ 'www/CNAME': 'x' })
    expect((await site(root, '--output', join(elsewhere, 'www'))).code).toBe(0)
    expect(filesIn(elsewhere)).toContain('www/linde/cameras/index.html')
    expect((await site(root, '--output', 'policies/site')).code).toBe(2)
  })

  it('of nothing says that there is nothing yet', async () => {
    const root = folder(policies('linde', { 'cameras.md': DRAFT }))
    expect((await site(root)).code).toBe(0)
    expect(page(root, 'index.html')).toContain('Er is nog niets vastgesteld.')
  })
})
