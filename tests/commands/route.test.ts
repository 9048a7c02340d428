import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { inMemory } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { filesIn, front, workspace } from '../support/workspace.js'

const ROUTE = 'lang: nl\nroute:\n  - { body: MR, right: consent }\n  - { body: Bestuur, right: adoption }'
const POLICY = `${front(ROUTE)}# Foto’s {#fotos}\n\nEen medewerker plaatst een foto na toestemming van de ouders. {#toestemming}\n`
const NAME = 'linde/media'
const PATH = '/school/policies/linde/media.md'

/** A workspace in memory, on a day, and the command line in it. */
function school(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const world = inMemory(
    { '/school/policies/linde/organisation.yaml': 'name: Basisschool De Linde\n', [PATH]: POLICY, ...files },
    { today: '2026-03-02' },
  )
  const text = (path: string) => new TextDecoder().decode(world.read(path))
  const run = (...argv: string[]) => clausule('/school', [...argv, '--quiet'], { files: world })
  return { world, text, run }
}

describe('from a draft to a release', () => {
  it('each step writes what it says, and the next knows of it', async () => {
    const { text, run, world } = school()
    const proposal = await run('propose', NAME)
    expect([proposal.code, proposal.err]).toEqual([0, ''])
    expect(proposal.out).toMatch(
      /^linde\/media is proposed as version 1\.0\.0: its words are fixed\nchanged policies\/linde\/media\.md\nmade policies\/linde\/proposals\/media@1\.0\.0-[0-9a-f]{8}\.md\nmade out\/linde\/media-1\.0\.0\.pdf\nmade out\/linde\/media-1\.0\.0-vaststellingsbesluit\.pdf\nmade out\/linde\/media-1\.0\.0-vaststellingsbesluit\.docx\n$/,
    )
    expect((await run('decide', NAME, '--body', 'MR', '--decision', 'positive')).out).toBe(
      'changed policies/linde/media.md\nmade out/linde/media-1.0.0.pdf\nmade out/linde/media-1.0.0-vaststellingsbesluit.pdf\nmade out/linde/media-1.0.0-vaststellingsbesluit.docx\nwaiting for Bestuur (adoption) since 2 March 2026\n',
    )
    const early = await run('release', NAME)
    expect([early.code, early.out]).toEqual([1, 'Nothing was written.\n'])
    expect(early.err).toContain('Bestuur has not decided: "clausule decide" records it when that is done  step/refused')
    await run('decide', NAME, '--body', 'bestuur', '--decision', 'positive', '--name', 'B. Smit', '--remarks', 'Met dank.')
    const done = await run('release', NAME)
    expect([done.code, done.err]).toEqual([0, ''])
    expect(done.out).toMatch(/^linde\/media@1\.0\.0 is released; the working text is the next draft\n/)

    const release = '/school/policies/linde/releases/media@1.0.0.md'
    const body = POLICY.slice(POLICY.indexOf('\n# '))
    for (const path of [PATH, release]) expect(text(path).endsWith(body)).toBe(true)
    expect(text(release)).toMatch(/status: adopted[\s\S]*body: Bestuur[\s\S]*name: B\. Smit[\s\S]*remarks: Met dank\./)
    expect(text(PATH)).toMatch(/version: 1\.1\.0\nstatus: draft\n/)
    expect(world.list('/school/out/linde').map(({ name }) => name)).toEqual([
      'media-1.0.0-bekendmaking.html',
      'media-1.0.0-bekendmaking.pdf',
      'media-1.0.0-vaststellingsbesluit.docx',
      'media-1.0.0-vaststellingsbesluit.pdf',
      'media-1.0.0.docx',
      'media-1.0.0.html',
      'media-1.0.0.pdf',
    ])
    expect((await run('lint', NAME, `${NAME}@1.0.0`)).code).toBe(0)
  })

  it('what a body remarked is words, or a file that holds them; what would be written empty is refused', async () => {
    const { text, run } = school({
      '/school/remarks.txt': '\uFEFFHet formulier moet\r\nbekend zijn.\n',
      '/school/empty.txt': ' \n',
      '/school/advies.pdf': new Uint8Array([0x25, 0xff, 0xfe]),
    })
    await run('propose', NAME)
    const before = text(PATH)
    const decide = (...more: string[]) => run('decide', NAME, '--body', 'MR', '--decision', 'positive', ...more)
    const refused = async (...more: string[]) => {
      const { code, err } = await decide(...more)
      expect(text(PATH)).toBe(before)
      return [code, err]
    }
    for (const option of ['name', 'role', 'remarks', 'force'])
      expect(await refused(`--${option}`, ' ')).toEqual([2, `error: --${option} needs words.\n`])
    expect(await refused('--remarks', 'empty.txt')).toEqual([2, 'error: --remarks needs words.\n'])
    expect(await refused('--remarks', 'remark.txt')).toEqual([1, expect.stringContaining('file/missing')])
    expect(await refused('--remarks', 'advies.pdf')).toEqual([1, expect.stringContaining('file/encoding')])
    expect((await decide('--remarks', 'remarks.txt')).code).toBe(0)
    const { metadata } = readPolicy(text(PATH), '').value
    expect(metadata.approvals?.[0]?.remarks).toBe('Het formulier moet\nbekend zijn.')
    const made = await run('build', NAME, '--paper', 'resolution', '--format', 'html,pdf,docx')
    expect([made.code, made.err]).toEqual([0, ''])
    expect(text('/school/out/linde/media-1.0.0-vaststellingsbesluit.html').replace(/\s+/g, ' ')).toContain(
      'met de opmerking: “Het formulier moet bekend zijn.”',
    )
  })

  it('a proposal of a revision brings the papers of the board', async () => {
    const { text, run, world } = school()
    await run('propose', NAME)
    for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
    await run('release', NAME)
    world.write('/school', [{ path: PATH, bytes: text(PATH).replace('na toestemming', 'na schriftelijke toestemming') }])
    const { out } = await run('propose', NAME)
    expect(out).toMatch(/^linde\/media is proposed as version 1\.1\.0/)
    for (const paper of ['oplegger.pdf', 'vaststellingsbesluit.pdf', 'vaststellingsbesluit.docx'])
      expect(out).toContain(`made out/linde/media-1.0.0--1.1.0/${paper}\n`)
    const decided = await clausule('/school', ['decide', NAME, '--body', 'MR', '--decision', 'positive'], { files: world })
    for (const paper of ['vaststellingsbesluit.pdf', 'vaststellingsbesluit.docx'])
      expect(decided.out).toContain(`made out/linde/media-1.0.0--1.1.0/${paper}\n`)
    expect(decided.err).toContain('"clausule board-pack linde/media@1.0.0 linde/media" makes them anew  paper/older')
    expect(text(PATH)).toMatch(/predecessor:\n? +\{?\s*version: 1\.0\.0/)
  })

  it('the papers that were made say at each step what is decided now; one that somebody wrote in stays, and is named', async () => {
    const { text, run, world } = school()
    await run('propose', NAME)
    await run('build', NAME, '--paper', 'resolution', '--format', 'html')
    const [page, word] = ['html', 'docx'].map((ending) => `/school/out/linde/media-1.0.0-vaststellingsbesluit.${ending}`)
    expect(text(String(page))).toContain('Concept – ontwerpbesluit')
    await run('decide', NAME, '--body', 'MR', '--decision', 'positive')
    expect(text(String(page))).not.toContain('MR (instemming) heeft nog niet besloten')
    world.write('/school', [{ path: String(word), bytes: 'met de hand' }])
    const last = ['decide', NAME, '--body', 'Bestuur', '--decision', 'positive', '--name', 'B. Smit']
    const decided = await clausule('/school', last, { files: world })
    expect(decided.out).toContain('made out/linde/media-1.0.0-vaststellingsbesluit.pdf\n')
    expect(decided.err).toContain('"clausule build linde/media --paper resolution --format pdf,html,docx" makes it anew')
    expect(text(String(word))).toBe('met de hand')
    const adopted = text(String(page))
    await run('release', NAME)
    for (const said of [adopted, text(String(page))]) {
      expect(said).toContain('B. Smit')
      expect(said).not.toContain('ontwerpbesluit')
    }
  })

  it('the papers about a decision can be had alone: the resolution of any text, the notice of a release', async () => {
    const { run, text } = school()
    // A page without what keeps its dates and versions whole.
    const words = (path: string) => text(path).replace(/<\/?span\b[^>]*>/g, '')
    const notice = await run('build', NAME, '--paper', 'notice')
    expect([notice.code, notice.err]).toEqual([2, `error: ${NAME} is not adopted: a notice is of a release, as in NAME@1.0.0.\n`])
    await run('propose', NAME)
    for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
    await run('release', NAME)
    const made = await run('build', `${NAME}@1.0.0`, '--paper', 'notice', '--format', 'html')
    expect([made.code, made.out]).toEqual([0, 'made out/linde/media-1.0.0-bekendmaking.html\n'])
    expect(words('/school/out/linde/media-1.0.0-bekendmaking.html')).toContain(
      'Op 2 maart 2026 heeft het Bestuur van Basisschool De Linde',
    )
    const found = await run('verify', 'out/linde/media-1.0.0-bekendmaking.pdf')
    expect([found.code, found.out]).toEqual([
      0,
      'out/linde/media-1.0.0-bekendmaking.pdf: untouched, the notice of linde/media@1.0.0 (not the policy itself), the last release\n',
    ])
    const resolution = await run('build', NAME, '--paper', 'resolution', '--format', 'html')
    expect(resolution.out).toBe('made out/linde/media-1.1.0-vaststellingsbesluit.html\n')
    expect(words('/school/out/linde/media-1.1.0-vaststellingsbesluit.html')).toContain(
      'dezelfde bepalingen heeft als versie 1.0.0',
    )
    const data = await run('build', NAME, '--paper', 'resolution', '--format', 'json')
    expect([data.code, data.err]).toEqual([
      2,
      'error: The resolution is for people to read, not JSON: ask for the policy itself as JSON.\n',
    ])
  })

  it('what changed since a body decided can be shown, from the words it saw', async () => {
    const { text, run, world } = school()
    await run('propose', NAME)
    await run('decide', NAME, '--body', 'MR', '--decision', 'positive')
    world.write('/school', [{ path: PATH, bytes: text(PATH).replace('na toestemming', 'na schriftelijke toestemming') }])
    const { out } = await run('diff', NAME, '--since', 'mr')
    expect(out).toContain('na {+schriftelijke +}toestemming')
    // Kept texts are named from the folder one works in.
    expect(out).not.toContain('/school')
    expect((await run('lint', NAME)).code).toBe(1)
    expect((await run('diff', NAME, '--since', 'Bestuur')).err).toBe(
      'error: Bestuur has decided on no words of linde/media that are known.\n',
    )
    await run('propose', NAME)
    expect((await run('decide', NAME, '--body', 'MR', '--decision', 'positive')).out).toContain('waiting for Bestuur')
  })

  it('what changed since a body decided can be shown of the next draft, too: from the release it decided on', async () => {
    const { text, run, world } = school()
    await run('propose', NAME)
    await run('decide', NAME, '--body', 'MR', '--decision', 'positive')
    await run('decide', NAME, '--body', 'Bestuur', '--decision', 'positive')
    expect((await run('release', NAME)).code).toBe(0)
    world.write('/school', [{ path: PATH, bytes: text(PATH).replace('na toestemming', 'na schriftelijke toestemming') }])
    expect((await run('diff', NAME, '--since', 'Bestuur')).out).toContain('na {+schriftelijke +}toestemming')
  })

  it('nothing is written of a step that is refused, or of a text with an error', async () => {
    const { text, run } = school({ [PATH]: POLICY.replace('ouders.', 'ouders, zie [](#weg).') })
    const before = text(PATH)
    const { code, out, err } = await run('propose', NAME)
    expect([code, out]).toEqual([1, 'Nothing was written.\n'])
    expect(err).toContain('reference/unresolved')
    expect(text(PATH)).toBe(before)
  })

  it('wrong usage is said before anything is looked at', async () => {
    const { run, world } = school()
    const usage = async (...argv: string[]) => {
      const { code, err } = await run(...argv)
      return `${code} ${err.trim()}`
    }
    expect(await usage('decide', NAME)).toBe('2 error: decide needs --body and --decision: who decided, and what.')
    expect(await usage('decide', NAME, '--body', 'MR', '--decision', 'positive', '--date', '2026-02-30')).toBe(
      '2 error: Unexpected date "2026-02-30", expected a day that exists, as YYYY-MM-DD.',
    )
    world.write('/school', [{ path: '/school/elders.md', bytes: POLICY }])
    expect(await usage('propose', 'elders.md')).toBe('2 error: elders.md is no policy of the workspace: only those go a route.')
    expect(await usage('propose', NAME, '--policy-version', '2')).toBe(
      '2 error: Unexpected version "2", expected MAJOR.MINOR.PATCH.',
    )
  })

  it('a name with markup, and one that is YAML, stay names', async () => {
    const { text, run } = school()
    await run('propose', NAME)
    const name = '# [x](javascript:1) "a": {b}\n- c'
    expect((await run('decide', NAME, '--body', 'MR', '--decision', 'positive', '--name', name)).code).toBe(0)
    const data = JSON.parse((await run('list', '--json')).out)
    expect(data.policies[0].clauses).toBe(2)
    expect(text(PATH)).toContain('javascript')
  })
})

describe('on disk', () => {
  it('a release that cannot be written whole leaves all as it was', async () => {
    const root = workspace(POLICY)
    await clausule(root, ['propose', NAME, '--quiet'])
    for (const body of ['MR', 'Bestuur'])
      expect((await clausule(root, ['decide', NAME, '--body', body, '--decision', 'positive'])).code).toBe(0)
    writeFileSync(join(root, 'policies/linde/releases'), 'geen map')
    const before = filesIn(root).map((file) => readFileSync(join(root, file), 'latin1'))
    const { code, out } = await clausule(root, ['release', NAME, '--quiet'])
    expect([code, out]).toEqual([1, 'Nothing was written.\n'])
    expect(filesIn(root).map((file) => readFileSync(join(root, file), 'latin1'))).toEqual(before)
  })
})
