import { describe, expect, it } from 'vitest'
import { edition, sector } from '../support/template.js'
import { wordsOn } from '../support/words.js'
import { desk, ROOT, type TestDesk } from './support.js'

const model = (version: string, body: string) =>
  edition(
    version,
    [
      'school: { type: text, description: Hoe de school heet, example: Basisschool De Eik }',
      'dagen: { type: number, default: 5 }',
      'filmt: { type: flag, default: true }',
    ],
    body,
  )
const ONE = model(
  '1.0.0',
  `1. {{school}} antwoordt een ouder binnen {{dagen}} schooldagen. {#antwoord}
2. Vraag toestemming voor elke foto van een leerling. {#foto variant=streng}
3. Vraag eenmaal per jaar toestemming voor foto’s van een leerling. {#foto variant=ruim}
4. Meld een lek van gegevens dezelfde dag. {#lek .locked}
5. Vragen van de pers gaan naar de schoolleiding. {#pers .optional}
6. Wie filmt, zegt waarvoor. {#filmen when=filmt}
`,
)
const TWO = model(
  '1.1.0',
  `1. {{school}} antwoordt een ouder binnen {{dagen}} schooldagen, ook in een toetsweek. {#antwoord}
2. Vraag schriftelijk toestemming voor elke foto van een leerling. {#foto variant=streng}
3. Vraag eenmaal per jaar schriftelijk toestemming voor foto’s van een leerling. {#foto variant=ruim}
4. Meld een lek van gegevens dezelfde dag. {#lek .locked}
5. Vragen van de pers gaan naar de schoolleiding. {#pers .optional}
6. Wie filmt, zegt waarvoor. {#filmen when=filmt}
`,
)
const COPIED = `---
title: Protocol van De Linde
organisation: linde
version: 1.0.0
status: draft
lang: nl
---

# Onze regels {#onze}

1. De Linde antwoordt een ouder binnen 3 schooldagen. {#ouder}
2. Vraag eenmaal per jaar toestemming voor foto’s van een leerling. {#beeld}
3. Meld een lek van gegevens dezelfde dag, zie [](#beeld). {#melden}
4. De fietsen staan in het rek. {#fiets}
`
const world = (files: Readonly<Record<string, string>> = {}, ...editions: readonly string[]) =>
  desk(
    Object.fromEntries(
      Object.entries({
        'policies/linde/organisation.yaml': 'name: De Linde\n',
        ...sector(...(editions as [string])),
        ...files,
      }).map(([path, source]) => [`${ROOT}/${path}`, source]),
    ),
  )
const text = ({ files }: TestDesk, name = 'protocol'): string =>
  new TextDecoder().decode(files.read(`${ROOT}/policies/linde/${name}.md`))
const body = (source: string): string => source.replace(/^---\n.*?\n---\n/s, '')
const page = async ({ ask }: TestDesk, path: string): Promise<string> => (await ask(path)).text()
const value = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

const ADAPT = '/adapt/bond/protocol/1.0.0'
const ANSWERS = {
  organisation: 'linde',
  'parameter.school': 'De Linde',
  'parameter.dagen': '3',
  'parameter.filmt': 'nee',
  'variant.foto': 'ruim',
  'optional.pers': 'nee',
}

describe('adapting a template', () => {
  it('asks what it asks, and shows the text that the answers make, writing nothing', async () => {
    const it = await world({}, ONE)
    expect(await page(it, '/adapt')).toContain(`href="${ADAPT}"`)
    const asked = await page(it, ADAPT)
    expect(asked).toContain('Hoe de school heet')
    expect(wordsOn(asked)).toContain('[school] antwoordt een ouder binnen 5 schooldagen.')
    const shown = await (await it.send(ADAPT, { ...ANSWERS, act: 'show' })).text()
    expect(wordsOn(shown)).toContain('De Linde antwoordt een ouder binnen 3 schooldagen.')
    const grown = shown.slice(shown.indexOf('class="text"'))
    expect(grown).toContain('Vraag eenmaal per jaar')
    expect(grown).not.toContain('Vragen van de pers')
    expect(grown).not.toContain('Wie filmt')
    expect(it.files.kindOf(`${ROOT}/policies/linde/protocol.md`)).toBeUndefined()
    expect(it.faults).toEqual([])
  })

  it('writes the policy as adapt does', async () => {
    const it = await world({}, ONE)
    const done = await it.send(ADAPT, { ...ANSWERS, act: 'write' })
    expect(done.headers.get('location')).toBe('/policies/linde/protocol?done=adapted')
    expect(text(it)).toContain('version: 1.0.0')
    expect(body(text(it))).toContain('{{school}} antwoordt een ouder binnen {{dagen}} schooldagen. {#antwoord}')
    expect(body(text(it))).not.toContain('#pers')
  })

  it('says at the question what is wrong, keeps what was typed, and overwrites nothing', async () => {
    const it = await world({}, ONE)
    const wrong = await it.send(ADAPT, { ...ANSWERS, 'parameter.dagen': 'drie of vier', act: 'write' })
    expect(wrong.status).toBe(409)
    const told = await wrong.text()
    expect(told).toContain('value="drie of vier"')
    expect(told).toMatch(/id="_field-parameter\.dagen-wrong"/)
    await it.send(ADAPT, { ...ANSWERS, act: 'write' })
    const before = text(it)
    expect((await it.send(ADAPT, { ...ANSWERS, 'parameter.dagen': '9', act: 'write' })).status).toBe(409)
    expect(text(it)).toBe(before)
    expect((await it.ask('/adapt/bond/protocol/9.9.9')).status).toBe(404)
  })
})

describe('a policy that was adapted', () => {
  const adapted = async (...editions: readonly string[]) => {
    const it = await world({}, ...editions)
    await it.send(ADAPT, { ...ANSWERS, 'variant.foto': 'streng', act: 'write' })
    return it
  }

  it('shows where it deviates, and keeps the reasons that are given', async () => {
    const it = await adapted(ONE)
    const at = '/policies/linde/protocol/template'
    const path = `${ROOT}/policies/linde/protocol.md`
    const source = text(it).replace('elke foto van een leerling', 'iedere foto van een kind')
    it.files.write(ROOT, [{ path, bytes: source }])
    const shown = await page(it, at)
    expect(shown).toContain('name="why-foto"')
    const seen = value(shown, 'seen')
    const done = await it.send(at, { seen, 'why-foto': 'Zo noemen wij het.' })
    expect(done.headers.get('location')).toBe(`${at}?done=saved`)
    const bound = /deviations:\n\s+foto:\n\s+why: Zo noemen wij het\.\n\s+text: (sha256:[0-9a-f]{64})/
    const [, hash = ''] = bound.exec(text(it)) ?? []
    expect(hash).not.toBe('')
    expect(body(text(it))).toBe(body(source))
    expect(await page(it, at)).not.toContain('name="holds-foto"')
    // Of words that came since, it says so itself or nobody does.
    it.files.write(ROOT, [{ path, bytes: text(it).replace('iedere foto van een kind', 'iedere foto') }])
    const later = await page(it, at)
    expect(later).toContain('name="holds-foto"')
    expect(later).toContain('given for other words than these')
    await it.send(at, { seen: value(later, 'seen'), 'why-foto': 'Zo noemen wij het.' })
    expect(text(it)).toContain(hash)
    await it.send(at, { seen: value(later, 'seen'), 'why-foto': 'Zo noemen wij het.', 'holds-foto': 'yes' })
    expect(text(it)).toMatch(bound)
    expect(text(it)).not.toContain(hash)
    expect(await page(it, at)).not.toContain('given for other words')
    // What was shown before the change is not what is there now.
    expect((await it.send(at, { seen, 'why-foto': 'Anders.' })).status).toBe(409)
    await it.send(at, { seen: value(await page(it, at), 'seen'), 'why-foto': '' })
    expect(text(it)).not.toContain('deviations')
  })

  it('takes over the next edition as it is decided, provision by provision', async () => {
    const it = await adapted(ONE, TWO)
    const at = '/policies/linde/protocol/template/upgrade'
    const path = `${ROOT}/policies/linde/protocol.md`
    it.files.write(ROOT, [{ path, bytes: text(it).replace('Vraag toestemming voor', 'Vraag de ouders toestemming voor') }])
    const shown = await page(it, at)
    expect(shown).toContain('name="way-foto"')
    const plan = value(shown, 'plan')
    const done = await it.send(at, {
      plan,
      'way-foto': 'own',
      'words-foto': 'Vraag de ouders schriftelijk toestemming voor elke foto van een leerling.',
      'why-foto': 'Beide.',
      'way-antwoord': 'keep',
    })
    expect(done.headers.get('location')).toBe('/policies/linde/protocol/template?done=upgraded')
    expect(body(text(it))).toContain('Vraag de ouders schriftelijk toestemming voor elke foto van een leerling. {#foto')
    expect(body(text(it))).not.toContain('toetsweek')
    expect(text(it)).toContain('version: 1.1.0')
    // Where reasons are asked, the one of the decision is named, and no field is filled with it.
    const asked = await page(it, '/policies/linde/protocol/template')
    expect(asked).toContain('With the decision on the edition: Beide.')
    expect(asked).toMatch(/<textarea[^>]*name="why-foto"[^>]*><\/textarea>/)
    expect((await it.send(at, { plan, 'way-foto': 'template' })).status).toBe(409)
  })

  it('answers anew what the template asked, and keeps the words of its own that depend on it', async () => {
    const it = await adapted(ONE)
    const at = '/policies/linde/protocol/template/answers'
    const path = `${ROOT}/policies/linde/protocol.md`
    expect(await page(it, '/policies/linde/protocol/template')).toContain(`href="${at}"`)
    it.files.write(ROOT, [{ path, bytes: text(it).replace('elke foto van een leerling', 'iedere foto van een kind') }])
    const shown = await page(it, at)
    expect(shown).toContain('value="De Linde"')
    const fields = {
      ...ANSWERS,
      seen: value(shown, 'seen'),
      'parameter.school': 'De Wilg',
      'variant.foto': 'ruim',
      'optional.pers': 'ja',
    }
    const before = text(it)
    const planned = await (await it.send(at, { ...fields, act: 'show' })).text()
    expect(planned).toContain('name="way-foto"')
    expect(text(it)).toBe(before)
    const done = await it.send(at, { ...fields, act: 'write', 'way-foto': 'keep' })
    expect(done.headers.get('location')).toBe('/policies/linde/protocol/template?done=adapted')
    expect(text(it)).toContain('De Wilg')
    expect(text(it)).toContain('iedere foto van een kind')
    // Another text than the one that was shown is not answered for.
    expect((await it.send(at, { ...fields, act: 'write' })).status).toBe(409)
  })

  it('keeps its words where nothing is decided', async () => {
    const it = await adapted(ONE, TWO)
    const at = '/policies/linde/protocol/template/upgrade'
    const path = `${ROOT}/policies/linde/protocol.md`
    it.files.write(ROOT, [{ path, bytes: text(it).replace('Vraag toestemming voor', 'Vraag nooit toestemming voor') }])
    await it.send(at, { plan: value(await page(it, at), 'plan') })
    expect(body(text(it))).toContain('Vraag nooit toestemming voor elke foto')
    expect(body(text(it))).toContain('ook in een toetsweek')
  })
})

describe('a text that was copied from a model', () => {
  const at = '/policies/linde/kopie/template/attach?template=bond%2Fprotocol%401.0.0'
  const copied = () => world({ 'policies/linde/kopie.md': COPIED }, ONE)

  it('is offered the templates there are, and a proposal that writes nothing', async () => {
    const it = await copied()
    expect(await page(it, '/policies/linde/kopie/template')).toContain('template/attach?template=bond%2Fprotocol%401.0.0')
    const unchosen = await it.ask('/policies/linde/kopie/template/attach')
    expect([unchosen.status, unchosen.headers.get('location')]).toEqual([303, '/policies/linde/kopie/template'])
    expect(await page(it, at)).toContain('name="is-beeld"')
    expect(text(it, 'kopie')).toBe(COPIED)
  })

  it('gets the ids of what was confirmed, and no other word', async () => {
    const it = await copied()
    const plan = value(await page(it, at), 'plan')
    const done = await it.send(at, {
      plan,
      'is-ouder': 'yes',
      'is-beeld': 'yes',
      'other-melden': 'lek · Meld een lek',
      'is-onze': 'no',
      'value-school': 'De Linde',
    })
    expect(done.headers.get('location')).toBe('/policies/linde/kopie/template?done=attached')
    const after = text(it, 'kopie')
    expect(after).toContain('binnen 3 schooldagen. {#antwoord')
    expect(after).toContain('{#foto')
    expect(after).toContain('{#lek')
    expect(after).toContain('De fietsen staan in het rek. {#fiets}')
    const words = (source: string) =>
      body(source)
        .replace(/ ?\{#[^}]*\}/g, '')
        .replace(/\(#[a-z]+\)/g, '()')
    expect(words(after)).toBe(words(COPIED))
  })

  it('is asked which provision a clause is where none is likely, and gets the one that was chosen', async () => {
    const faint = COPIED.replace('De fietsen staan in het rek.', 'Een krant mag niet zomaar in de klas komen.')
    const it = await world({ 'policies/linde/kopie.md': faint }, ONE)
    const shown = await page(it, at)
    const card = shown.slice(shown.indexOf('id="_clause-fiets"'))
    const offered = [...card.slice(0, card.indexOf('</fieldset>')).matchAll(/name="is-fiets" value="([^"]*)"/g)].map(
      ([, name]) => name,
    )
    expect(offered).toEqual(expect.arrayContaining(['pers', 'no']))
    expect(offered).not.toContain('yes')
    const plan = value(shown, 'plan')
    // Only what was offered is a choice.
    expect((await it.send(at, { plan, 'is-fiets': 'yes' })).status).toBe(409)
    const done = await it.send(at, { plan, 'is-fiets': 'pers' })
    expect(done.headers.get('location')).toBe('/policies/linde/kopie/template?done=attached')
    expect(text(it, 'kopie')).toContain('Een krant mag niet zomaar in de klas komen. {#pers')
  })

  it('is told why what a clause seems to be is not sure, and may have what else it may be', async () => {
    const reworded = COPIED.replace('De fietsen staan in het rek.', 'Wie filmt, vraagt eerst toestemming aan de leerling.')
    const it = await world({ 'policies/linde/kopie.md': reworded }, ONE)
    const shown = await page(it, at)
    const card = shown.slice(shown.indexOf('id="_clause-fiets"'))
    const asked = card.slice(0, card.indexOf('</fieldset>'))
    expect(asked).toContain('Alike in part of its words only.')
    expect(asked).toMatch(/value="yes".*value="filmen"> Perhaps filmen: Wie filmt, zegt waarvoor\..*value="no"/)
    const done = await it.send(at, { plan: value(shown, 'plan'), 'is-fiets': 'filmen' })
    expect(done.headers.get('location')).toBe('/policies/linde/kopie/template?done=attached')
    expect(text(it, 'kopie')).toContain('Wie filmt, vraagt eerst toestemming aan de leerling. {#filmen')
  })

  it('is not written where nothing was confirmed, or two say they are one provision', async () => {
    const it = await copied()
    const plan = value(await page(it, at), 'plan')
    expect((await it.send(at, { plan })).status).toBe(409)
    expect((await it.send(at, { plan, 'is-beeld': 'yes', 'other-fiets': 'foto' })).status).toBe(409)
    expect((await it.send(at, { plan: 'sha256:0', 'is-beeld': 'yes' })).status).toBe(409)
    expect(text(it, 'kopie')).toBe(COPIED)
    expect(it.faults).toEqual([])
  })
})
