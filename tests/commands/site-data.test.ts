import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { brokenLinks } from '../site/broken.js'
import { textOf } from '../site/build.js'
import { DRAFT, SAYS, sampleWorkspace, schoolFiles, TWO } from '../site/sample.js'
import { clausule } from '../support/cli.js'
import { filesIn, folder } from '../support/workspace.js'

const site = (root: string, ...argv: string[]) => clausule(root, ['site', '--lang', 'nl', ...argv])
const file = (root: string, path: string) => readFileSync(join(root, 'out/site', path), 'utf8')
const json = (root: string, path: string) => JSON.parse(file(root, path))

/** Every address in data, at any depth: what a program would ask for. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[^ ]*(?:\/|\.(?:json|md|pdf|docx|xml|ics))$/.test(value) ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(addressesIn) : []
}

const reviewed = () =>
  folder({
    ...sampleWorkspace(),
    ...schoolFiles('beuk', {
      'cameras.md': textOf('1.0.0', "Camera's hangen in de hal. {#hal}", `effective: 2024-01-01\nreview: 2027-06-01\n${SAYS}`),
      'oud.md': textOf('1.0.0', 'Een regel. {#regel}', `review: 2027-07-01\nwithdrawn: 2025-01-01\n${SAYS}`, 'withdrawn'),
    }),
  })

describe('a site for programs', () => {
  it('says of the whole, and beside each policy, what stands where, and all of it is there', async () => {
    const root = reviewed()
    await site(root)
    const whole = json(root, 'index.json')
    const one = json(root, 'linde/cameras/index.json')
    for (const address of [...addressesIn(whole), ...addressesIn(one)]) {
      const path = address.endsWith('/') ? `${address}index.html` : address
      expect(existsSync(join(root, 'out/site', path)), address).toBe(true)
    }
    expect(whole.policies.map(({ policy, force }: Record<string, string>) => [policy, force])).toEqual([
      ['beuk/cameras', 'unproved'],
      ['eik/cameras', 'unproved'],
      ['linde/cameras', 'in-force'],
    ])
    expect(one.versions.map(({ version, proved }: Record<string, unknown>) => [version, proved])).toEqual([
      ['1.0.0', true],
      ['1.1.0', true],
    ])
    expect(Object.keys(one.versions[1].files)).toEqual(['md', 'json', 'pdf', 'docx'])
    expect(one.changes).toHaveLength(1)
    expect(json(root, whole.subjects[0].comparison.matrix).rows.length).toBeGreaterThan(0)
    expect(file(root, 'linde/cameras/index.html')).toContain('href="index.json"')
  })

  it('has a calendar of when policies are looked at again, the same entry as "status" has', async () => {
    const root = reviewed()
    await site(root)
    const events = (text: string) =>
      new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
    const all = events(file(root, 'reviews.ics'))
    expect(all.map(({ startDate, summary }) => `${startDate} ${summary}`)).toEqual([
      "2027-06-01 Protocol camera's: opnieuw bekijken",
    ])
    expect(events(file(root, 'beuk/reviews.ics'))).toHaveLength(1)
    expect(events(file(root, 'linde/reviews.ics'))).toHaveLength(0)
    await clausule(root, ['status', '--ics', 'out/agenda.ics', '--lang', 'nl'])
    const kept = events(readFileSync(join(root, 'out/agenda.ics'), 'utf8')).map(({ uid }) => uid)
    for (const { uid } of all) expect(kept).toContain(uid)
  })

  it('names every page in the site map', async () => {
    const root = reviewed()
    await site(root, '--base', 'https://example.org/regels/')
    const map = file(root, 'sitemap.xml')
    for (const path of filesIn(join(root, 'out/site')).filter((each) => each.endsWith('index.html')))
      expect(map).toContain(`<loc>https://example.org/regels/${path.replace('index.html', '')}</loc>`)
  })
})

describe('a workspace with parts of its own', () => {
  it('has its own head, navigation and foot on every page', async () => {
    const root = folder({
      ...sampleWorkspace(),
      'templates/site/head.hbs': '<meta name="van" content="{{siteTitle}}">',
      'templates/site/footer.hbs': '<footer class="foot"><p>Stichting De Boomgaard</p></footer>',
    })
    await site(root)
    for (const path of filesIn(join(root, 'out/site')).filter((each) => each.endsWith('.html'))) {
      expect(file(root, path), path).toContain('<meta name="van" content="Beleid en protocollen">')
      expect(file(root, path), path).toContain('Stichting De Boomgaard')
      expect(file(root, path), path).toContain('class="site-head"')
    }
  })
})

describe('what a site is made of may be', () => {
  it('two policies of one name at two organisations: each has its place', async () => {
    const root = folder({
      ...schoolFiles('eik', { 'cameras.md': textOf('1.0.0', 'Een regel van de Eik. {#regel}', SAYS) }),
      ...schoolFiles('linde', { 'cameras.md': textOf('1.0.0', 'Een regel van de Linde. {#regel}', SAYS) }),
    })
    expect((await site(root)).code).toBe(0)
    expect(file(root, 'eik/cameras/index.html')).toContain('van de Eik')
    expect(file(root, 'linde/cameras/index.html')).toContain('van de Linde')
  })

  it('names that are one address where servers know no capitals or signs: refused, and nothing is written', async () => {
    const root = folder({
      ...schoolFiles('linde', { 'cameras.md': textOf('1.0.0', 'Een regel. {#regel}', SAYS) }),
      ...schoolFiles('Linde', { 'cameras.md': textOf('1.0.0', 'Een regel. {#regel}', SAYS).replace('linde', 'Linde') }),
    })
    const made = await site(root)
    expect(made.code).toBe(1)
    expect(made.err).toContain('site/name')
    expect(existsSync(join(root, 'out/site'))).toBe(false)
  })

  it('a folder and a file with blanks, signs and letters of other languages', async () => {
    const root = folder(schoolFiles('sint-jozef & co', { "camera's é.md": textOf('1.0.0', 'Een regel. {#regel}', SAYS) }))
    const made = await site(root)
    expect([made.code, made.err]).toEqual([0, expect.not.stringContaining('site/link')])
    const page = filesIn(join(root, 'out/site')).find((path) => /^sint-jozef-co\/.*\/index\.html$/.test(path))
    expect(page).toBeDefined()
    expect(file(root, page as string)).toContain('Een regel.')
  })

  it('ids that are names of something else in a program or on a page, and ids that are none: those lead, these are left out', async () => {
    const odd = textOf('1.0.0', '1. Een regel. {#constructor}\n2. Zie [](#constructor). {#to-string}\n3. Zoek. {#search}', SAYS)
    const none = ['_main', 'Hoofd', 'é', 'a.b', '__proto__', 'a&b'].map((id, at) => [
      `fout-${at}.md`,
      textOf('1.0.0', `Een regel. {#${id}}`, SAYS),
    ])
    const root = folder(schoolFiles('linde', { 'cameras.md': odd, ...Object.fromEntries(none) }))
    const made = await site(root)
    expect(made.code).toBe(1)
    expect(made.err.match(/staat niet op de site/g)).toHaveLength(none.length)
    for (const id of ['constructor', 'to-string', 'search'])
      expect(file(root, 'linde/cameras/index.html')).toContain(` id="${id}"`)
    expect(json(root, 'search/index-nl.json').clauses.ids.split('\n')).toEqual(['constructor', 'to-string', 'search'])
    expect(brokenLinks(join(root, 'out/site'))).toEqual([])
  })

  it('a text that is long in itself: made whole, and said', async () => {
    const items = Array.from(
      { length: 900 },
      (_, at) => `${at + 1}. Artikel ${at} zegt wat een leerling op dag ${at} doet. {#a-${at}}`,
    )
    const root = folder(schoolFiles('linde', { 'lang.md': textOf('1.0.0', items.join('\n'), SAYS) }))
    const made = await site(root)
    expect(made.code).toBe(0)
    expect(made.err).toContain('Zwaarder dan 60 kB')
    expect(made.err).toContain('“linde/lang/')
    expect(file(root, 'linde/lang/index.html')).toContain('id="a-899"')
    // Known without making it again.
    expect((await site(root)).err).toContain('Zwaarder dan 60 kB')
  })

  it('ten thousand clauses that refer to each other: all of them found, and every link right; a file of more is left out', async () => {
    const clauses = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `${at + 1}. Op dag ${at} geldt wat op [](#a-${(at + 1) % count}) staat. {#a-${at}}`,
      )
    // Each on a subject of its own: of how such texts compare nothing is asked here.
    const text = (count: number, subject: string) =>
      textOf('1.0.0', clauses(count).join('\n'), SAYS).replace('subject: cameras', `subject: ${subject}`)
    const root = folder(
      schoolFiles('linde', { 'een.md': text(5000, 'een'), 'twee.md': text(5000, 'twee'), 'meer.md': text(10_001, 'meer') }),
    )
    const made = await site(root)
    expect(made.code).toBe(1)
    expect(made.err).toContain('“linde/meer” staat niet op de site')
    expect(json(root, 'search/index-nl.json').clauses.ids.split('\n')).toHaveLength(10_000)
    for (const name of ['een', 'twee']) {
      expect(file(root, `linde/${name}/index.html`).match(/ id="a-\d+"/g)).toHaveLength(5000)
      expect(existsSync(join(root, `out/site/linde/${name}/1.0.0/policy.pdf`))).toBe(true)
    }
    expect(brokenLinks(join(root, 'out/site'))).toEqual([])
  })

  it('drafts that nobody decided on: no reason for "--strict" to refuse', async () => {
    const root = folder(schoolFiles('linde', { 'cameras.md': DRAFT, 'releases/cameras@1.1.0.md': TWO.text, 'nieuw.md': DRAFT }))
    const made = await site(root, '--strict')
    expect([made.code, made.err]).toEqual([0, expect.stringContaining('geen versie is vastgesteld')])
  })

  it('what is kept of the site, changed by hand: not believed', async () => {
    const root = folder(sampleWorkspace())
    await site(root)
    const path = join(root, 'out/site/.clausule-site.json')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll("Protocol camera's", 'Iets anders'))
    rmSync(join(root, 'out/site/search/index-nl.json'))
    await site(root)
    expect(file(root, 'search/index-nl.json')).not.toContain('Iets anders')
    expect(file(root, 'index.html')).not.toContain('Iets anders')
    const kept = join(root, 'out/site/.clausule-site/compare/cameras.json')
    const text = readFileSync(kept, 'utf8')
    expect(text).toContain('"modality":"obligation"')
    writeFileSync(kept, text.replaceAll('"modality":"obligation"', '"modality":"prohibition"'))
    const other = join(root, 'policies/eik/cameras.md')
    writeFileSync(other, `${readFileSync(other, 'utf8')}\nWie vraagt, krijgt antwoord. {#vraag}\n`)
    await site(root)
    expect(file(root, '.clausule-site/compare/cameras.json')).not.toContain('prohibition')
  })

  it('what is kept of the past of clauses, changed by hand: made anew from the texts', async () => {
    const root = folder(sampleWorkspace())
    await site(root)
    const kept = join(root, 'out/site/.clausule-site/histories/linde/cameras.json')
    const text = readFileSync(kept, 'utf8')
    expect(text).toContain('"to":"1.1.0"')
    writeFileSync(kept, text.replaceAll('"to":"1.1.0"', '"to":"9.9.9"'))
    // eik says now what linde says, so that other words stand beside the clauses of linde.
    const other = join(root, 'policies/eik/cameras.md')
    writeFileSync(other, `${readFileSync(other, 'utf8')}\nCamera's hangen in de hal en de stalling. {#ook-hal}\n`)
    await site(root)
    expect(file(root, 'linde/cameras/history/index.html')).toContain('1.1.0')
    expect(file(root, 'linde/cameras/history/index.html')).not.toContain('9.9.9')
    expect(readFileSync(kept, 'utf8')).toBe(text)
  })

  it('a policy of which a release cannot be read: left out, and said', async () => {
    const root = folder({
      ...sampleWorkspace(),
      ...schoolFiles('beuk', {
        'cameras.md': textOf('1.1.0', 'Een regel. {#regel}', SAYS),
        'releases/cameras@1.0.0.md': '---\ntitle: [\n---\n',
      }),
    })
    const made = await site(root)
    expect([made.code, made.err]).toEqual([1, expect.stringContaining('“beuk/cameras” staat niet op de site')])
    expect(existsSync(join(root, 'out/site/beuk'))).toBe(false)
    expect((await site(root, '--strict')).code).toBe(1)
  })

  it('a site in a folder of a base: all links stay below it', async () => {
    const root = folder(sampleWorkspace())
    await site(root, '--base', 'https://example.org/a/b c/')
    const page = file(root, 'linde/cameras/index.html')
    expect(page).toContain('href="https://example.org/a/b%20c/linde/cameras/"')
    expect([...page.matchAll(/ (?:href|src)="(\/[^"]*)"/g)]).toEqual([])
  })
})
