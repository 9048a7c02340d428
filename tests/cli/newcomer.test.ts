import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import { clausule } from '../support/cli.js'
import { folder, front, workspace } from '../support/workspace.js'

const ROUTE = 'route: [{ body: MR, right: consent }, { body: Bestuur, right: adoption }]'
const media = (more = '') =>
  `${front(more)}# Foto's {#fotos}\n\n1. Vraag eerst toestemming. {#vragen}\n2. Plaats geen foto van een leerling. {#leerling}\n`
const NUMBERS = 'numbering: { headings: [decimal], items: [lower-alpha] }'
const LANGS = ['en', 'nl'] as const

/** A policy and commands on it, in both languages: what each says. */
function started(text: string) {
  const root = workspace(text)
  const path = join(root, 'policies/linde/media.md')
  const run = (...argv: string[]) => clausule(root, argv)
  const says = async (...argv: string[]) => {
    const said = []
    for (const lang of LANGS) {
      const { out, err } = await run(...argv, '--lang', lang)
      said.push(out + err)
    }
    return said
  }
  const edit = (change: (before: string) => string) => writeFileSync(path, change(readFileSync(path, 'utf8')))
  return { root, run, says, edit }
}

async function released() {
  const it = started(media(ROUTE))
  for (const argv of [
    ['propose'],
    ['decide', '--body', 'MR', '--decision', 'positive'],
    ['decide', '--body', 'Bestuur', '--decision', 'positive'],
    ['release'],
  ]) {
    const [verb = '', ...options] = argv
    expect((await it.run(verb, 'media', ...options)).code).toBe(0)
  }
  return it
}

describe('a message says what to do', () => {
  it('about a reason with a comma in it: quotes', async () => {
    const { says, edit, run } = started(media('changes:\n  vragen: { why: Zij komen in de kamer, ook. }'))
    expect(await says('lint')).toEqual([
      expect.stringContaining('Unexpected comma before "changes.vragen.ook.", expected quotes around a text with a comma'),
      expect.stringContaining(
        'Vóór “changes.vragen.ook.” staat een komma; verwacht werden aanhalingstekens om een tekst met een komma',
      ),
    ])
    edit((text) => text.replace('Zij komen in de kamer, ook.', '"Zij komen in de kamer, ook."'))
    expect((await run('lint')).err).not.toContain('front-matter')
    // A key that is only misspelled is no half of a text.
    edit((text) => text.replace('why:', 'wy:'))
    expect((await run('lint')).err).toContain('Unexpected key "changes.vragen.wy"')
  })

  it('about a route that is not there: the lines of one', async () => {
    expect(await started(media()).says('propose', 'media')).toEqual([
      expect.stringContaining('route: [{ body: Participation council, right: consent }, { body: Board, right: adoption }]'),
      expect.stringContaining('route: [{ body: Medezeggenschapsraad, right: consent }, { body: Bestuur, right: adoption }]'),
    ])
  })

  it('about a release that was edited: where its words are', async () => {
    const { root, says } = await released()
    const path = join(root, 'policies/linde/releases/media@1.0.0.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('Vraag eerst', 'Vraag nooit'))
    expect(await says('lint')).toEqual([
      expect.stringContaining('put it back from git or a backup (its words stand in proposals/ too'),
      expect.stringContaining('zet het terug uit git of een reservekopie (de woorden staan ook in proposals/'),
    ])
  })

  it('about a proposal that is taken back: how, and then nothing is left of it', async () => {
    const { says, edit, run } = await released()
    edit((text) => text.replace('Vraag eerst', 'Vraag altijd eerst'))
    await run('propose', 'media')
    await run('decide', 'media', '--body', 'MR', '--decision', 'positive')
    edit((text) => text.replace('Vraag altijd eerst', 'Vraag eerst'))
    expect(await says('lint')).toEqual([
      expect.stringContaining('take the proposal back: `status: draft`, and take `proposed` and `approvals` out'),
      expect.stringContaining('neem het voorstel terug: `status: draft`, en haal `proposed` en `approvals` weg'),
    ])
    expect(await says('propose', 'media')).toEqual([
      expect.stringContaining('A proposal that is taken back has `status: draft` again'),
      expect.stringContaining('Een voorstel dat wordt teruggenomen krijgt weer `status: draft`'),
    ])
    edit((text) => text.replace('status: proposed', 'status: draft').replace(/^(?:proposed|approvals):\n(?: .*\n)+/gm, ''))
    expect(await run('lint')).toMatchObject({ code: 0, err: '' })
    expect((await run('status')).out).toContain('nothing changed yet')
  })

  it('about a name outside a workspace: that there is none', async () => {
    const said = await Promise.all(LANGS.map((lang) => clausule(folder(), ['diff', 'fietsen', '--lang', lang])))
    expect(said.map(({ err }) => err)).toEqual([
      expect.stringContaining('there is no workspace here'),
      expect.stringContaining('hier is geen werkmap'),
    ])
  })

  it('about a part of a name: the whole of it', async () => {
    const { root, says } = started(media())
    writeFileSync(join(root, 'policies/linde/protocol-schoolkamp.md'), media())
    for (const command of ['withdraw', 'diff'])
      for (const said of await says(command, 'schoolkamp')) expect(said).toContain('linde/protocol-schoolkamp')
    rmSync(join(root, 'policies/linde/protocol-schoolkamp.md'))
  })

  it('about a day that does not exist', async () => {
    expect(await started(media()).says('withdraw', 'media', '--date', '2027-02-30')).toEqual([
      expect.stringContaining('expected a day that exists'),
      expect.stringContaining('bestaat niet of is niet te lezen'),
    ])
  })

  it('about a subject of one’s own, where init asks for one', async () => {
    for (const [lang, said] of [
      ['en', /social media, absence, complaints, privacy, blank; for another one, blank \(/],
      ['nl', /sociale media, verzuim, klachten, privacy, leeg; voor een ander onderwerp: leeg \(/],
    ] as const) {
      const asked: string[] = []
      const ask = (question: string) => {
        asked.push(question)
        return Promise.resolve('')
      }
      await clausule(folder(), ['init', '--organisation', 'De Linde', '--lang', lang], {
        terminal: { out: true, err: true, in: true },
        env: { LANG: lang },
        ask,
      })
      expect(asked.join('\n')).toMatch(said)
    }
  })
})

describe('nothing passes in silence', () => {
  it('that says it was proposed, and by nothing was', async () => {
    expect(await started(media().replace('status: draft', 'status: proposed')).says('lint')).toEqual([
      expect.stringContaining('The text says that it was proposed, and nothing tells which words'),
      expect.stringContaining('De tekst zegt dat zij is voorgesteld, en niets zegt met welke woorden'),
    ])
  })

  it('that is decided while what a council asked to be changed is not', async () => {
    const { says, run } = started(media(ROUTE))
    await run('propose', 'media')
    await run('decide', 'media', '--body', 'MR', '--decision', 'amended')
    expect(await says('decide', 'media', '--body', 'Bestuur', '--decision', 'positive')).toEqual([
      expect.stringContaining('MR agreed with changes that are not made yet'),
      expect.stringContaining('MR stemde in met wijzigingen die nog niet zijn aangebracht'),
    ])
    const forced = ['decide', 'media', '--body', 'Bestuur', '--decision', 'positive', '--force', 'Er is haast.']
    expect((await run(...forced)).code).toBe(0)
  })

  it('of the paper of the decision itself: verify knows the resolution of a release', async () => {
    const { run } = await released()
    for (const ending of ['pdf', 'docx']) {
      const { code, out } = await run('verify', `out/linde/media-1.0.0-vaststellingsbesluit.${ending}`, '--json')
      expect([code, JSON.parse(out).papers[0]]).toMatchObject([0, { verdict: 'untouched', release: 'linde/media@1.0.0' }])
    }
  })
})

it.each([
  ['en', 'new in 1.1.0', 'changed in 1.1.0'],
  ['nl', 'nieuw in 1.1.0', 'gewijzigd in 1.1.0'],
])('a site calls a clause new that came in, and changed that changed (%s)', async (lang, isNew, isChanged) => {
  const { root, run, edit } = await released()
  edit((text) =>
    text
      .replace('lang: nl\n', '')
      .replace('Vraag eerst', 'Vraag altijd eerst')
      .replace(/$/, '3. Bewaar de vragen een jaar. {#bewaren}\n'),
  )
  edit((text) => text.replace('status: draft', `status: draft\nlang: ${lang}`))
  await run('propose', 'media')
  for (const body of ['MR', 'Bestuur']) await run('decide', 'media', '--body', body, '--decision', 'positive')
  expect((await run('release', 'media')).code).toBe(0)
  expect((await run('site')).code).toBe(0)
  const page = readFileSync(join(root, 'out/site/linde/media/index.html'), 'utf8')
  const beside = (id: string) => (new RegExp(`#${id}">(.*?)</a>`).exec(page)?.[1] ?? '').replaceAll(/<[^>]+>/g, '')
  expect([beside('bewaren'), beside('vragen')]).toEqual([isNew, isChanged])
})

it.each([
  [
    'en',
    'memo.pdf',
    ['ten school days', 'five school days', 'six weeks'],
    ['five school days', 'three school days', 'four weeks'],
  ],
  [
    'nl',
    'oplegger.pdf',
    ['tien schooldagen', 'vijf schooldagen', 'zes weken'],
    ['vijf schooldagen', 'drie schooldagen', 'vier weken'],
  ],
] as const)(
  'the memo of four changes with their reasons is one page, and says what each number counts (%s)',
  async (lang, paper, was, is) => {
    const clause = lang === 'en' ? 'The board answers each question within' : 'Het bestuur antwoordt op elke vraag binnen'
    const body = was.map((term, at) => `${at + 1}. ${clause} ${term}. {#v${at}}`).join('\n')
    const { root, run, edit } = started(`${front(`lang: ${lang}\n${ROUTE}\n${NUMBERS}`)}# Doel {#doel}\n\n${body}\n`)
    await run('propose', 'media')
    for (const by of ['MR', 'Bestuur']) await run('decide', 'media', '--body', by, '--decision', 'positive')
    expect((await run('release', 'media')).code).toBe(0)
    const why = was.map((_, at) => `  v${at}: { why: "Dat is beter, en het kan." }`).join('\n')
    edit((text) =>
      was
        .reduce((before, term, at) => before.replace(` ${term}. {#v${at}}`, ` ${is[at]}. {#v${at}}`), text)
        .replace(
          'status: draft',
          `status: draft\nproposal: Het duurde te lang, en niemand wist waar hij aan toe was.\nchanges:\n${why}`,
        )
        .replace(/$/, `4. ${clause.replace('each', 'every').replace('elke', 'iedere')} een week. {#v4}\n`),
    )
    expect((await run('propose', 'media')).code).toBe(0)
    const report = checkPdf(readFileSync(join(root, 'out/linde/media-1.0.0--1.1.0', paper)))
    expect(report.pages).toBe(1)
    const { out } = await run('diff', 'media', '--paper', 'memo')
    for (const [at, term] of was.entries())
      expect(out).toMatch(new RegExp(`“${term}” (?:to|wordt) “${is[at]}”|from “${term}” to “${is[at]}”`))
  },
)
