import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashFile } from '../../src/decide/index.js'
import { mediaPolicy, NAME, PATH, PDF, RELEASE, school } from '../support/school.js'
import { wordsOn } from '../support/words.js'

const POLICY = mediaPolicy()

/** A workspace in memory with a release that was decided on, and its papers. */
async function released(words = POLICY) {
  const { files, text, write, ...it } = school(words)
  const run = (...argv: string[]) => it.run([...argv, '--quiet'])
  await run('propose', NAME)
  for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive', '--name', 'A. Bos')
  expect((await run('release', NAME)).code).toBe(0)
  const verify = async (...names: string[]) => {
    const { code, out } = await run('verify', ...names, '--json')
    return { code, ...JSON.parse(out) }
  }
  return { files, run, text, write, verify }
}

const release = (version: string) => `${NAME}@${version}`
const rules = ({ messages }: { messages: { rule: string; form?: string }[] }) =>
  messages.map(({ rule, form }) => (form === undefined ? rule : `${rule}.${form}`))

describe('a release', () => {
  it('is proved by decisions on its words, and found when any byte of it changes', async () => {
    const { files, verify, write } = await released()
    expect(await verify()).toMatchObject({
      code: 0,
      policies: [
        { policy: NAME, releases: [{ version: '1.0.0', proved: true, decisions: [{ body: 'MR' }, { body: 'Bestuur' }] }] },
      ],
    })
    const whole = files.read(RELEASE).slice()
    for (let at = 0; at < whole.length; at += 29) {
      const spoiled = whole.slice()
      spoiled[at] = spoiled[at] === 0x78 ? 0x79 : 0x78
      write(RELEASE, spoiled)
      const { code, policies } = await verify(NAME)
      expect([at, code]).toEqual([at, 1])
      expect(policies[0]?.releases[0]?.proved ?? false, String(at)).toBe(false)
    }
    write(RELEASE, whole)
    expect((await verify(NAME)).code).toBe(0)
  })

  it('is proved however its lines end, and so are its papers: git and editors of Windows end them otherwise', async () => {
    const { files, run, verify, write } = await released()
    const whole = files.read(RELEASE).slice()
    const lines = new TextDecoder().decode(whole)
    const others = [
      lines.replaceAll('\n', '\r\n'),
      `\ufeff${lines}`,
      `\ufeff${lines.replaceAll('\n', '\r\n')}`,
      lines.replaceAll('\n', '\r'),
    ]
    for (const other of others) {
      write(RELEASE, other)
      expect(await verify()).toMatchObject({ code: 0, policies: [{ releases: [{ proved: true }] }] })
      expect((await verify(PDF)).papers).toMatchObject([{ verdict: 'untouched' }])
      expect((await run('lint', NAME)).code).toBe(0)
      // Any other byte is one still.
      write(RELEASE, other.replace('A. Bos', 'A.  Bos'))
      expect(rules(await verify())).toContain('release/touched')
    }
  })

  it('is held to a hash that was made of its lines as they ended', async () => {
    const { files, text, verify, write } = await released()
    const lines = new TextDecoder().decode(files.read(RELEASE))
    const [draft, hash] = [text(PATH), hashFile(lines)]
    const former = `sha256:${createHash('sha256').update(lines.replaceAll('\n', '\r\n')).digest('hex')}`
    expect(draft).toContain(hash)
    write(PATH, draft.replace(hash, former))
    for (const each of [lines, lines.replaceAll('\n', '\r\n')]) {
      write(RELEASE, each)
      expect((await verify()).code).toBe(0)
    }
  })

  it('is missed when it is gone, and its hashes are found when they are changed', async () => {
    const { text, verify, write } = await released()
    const draft = text(PATH)
    for (const key of ['hash', 'file']) {
      write(
        PATH,
        draft.replace(new RegExp(`(${key}: "?sha256:)(.)`), (_, head, digit) => `${head}${digit === '0' ? '1' : '0'}`),
      )
      expect(rules(await verify(NAME))).toContain(key === 'hash' ? 'release/changed' : 'release/touched')
    }
  })

  it.each([
    ['a word of it', 'van de ouders', 'van een ouder', 'release/changed'],
    ['a name in it', 'A. Bos', 'B. Bos', 'release/touched'],
  ])('is not shown by any paper when somebody changed %s, nor is what stands said without it', async (_, from, to, rule) => {
    const { run, text, write } = await released()
    write(RELEASE, text(RELEASE).replace(from, to))
    const own = release('1.0.0')
    for (const argv of [['lint'], ['status'], ['diff', NAME], ['board-pack', NAME], ['build', own], ['lint', own]]) {
      const { code, err } = await run(...argv)
      expect([argv, code]).toEqual([argv, 1])
      expect(err).toContain(rule)
    }
  })

  it('is found by the text before the last as well, when two versions came after it', async () => {
    const { run, text, write } = await released()
    write(PATH, text(PATH).replace('na toestemming', 'na schriftelijke toestemming'))
    await run('propose', NAME)
    for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
    expect((await run('release', NAME)).code).toBe(0)
    write(RELEASE, text(RELEASE).replace('van de ouders', 'van een ouder'))
    for (const argv of [['lint'], ['status'], ['board-pack', release('1.0.0'), release('1.1.0')]]) {
      const { code, err } = await run(...argv)
      expect([argv, code]).toEqual([argv, 1])
      expect(err).toContain('releases/media@1.1.0.md')
      expect(err).toContain('release/changed')
    }
  })

  it('that is gone is missed by who goes on from it: nothing is proposed as if it had never been', async () => {
    const { files, run, text, write } = await released()
    files.write('/w', [], [RELEASE])
    write(PATH, text(PATH).replace('na toestemming', 'na schriftelijke toestemming'))
    const before = text(PATH)
    for (const argv of [['lint'], ['status'], ['verify', NAME], ['propose', NAME]]) {
      const { code, err } = await run(...argv)
      expect([argv, code]).toEqual([argv, 1])
      expect(err).toContain('release/missing')
    }
    expect(text(PATH)).toBe(before)
  })

  it('that says it was adopted, and nobody decided, is not proved', async () => {
    const { verify, write } = await released()
    write('/w/policies/linde/releases/media@0.9.0.md', POLICY.replace('1.0.0', '0.9.0').replace('draft', 'adopted'))
    expect((await verify(NAME)).policies[0].releases[0]).toMatchObject({ version: '0.9.0', proved: false })
  })

  it('that is the last and not proved makes verify fail', async () => {
    const { text, verify, write } = await released()
    write(RELEASE, text(RELEASE).replace('decision: positive', 'decision: amended'))
    write(PATH, text(PATH).replace(/\n +file: .*|, file: [^ }]*/, ''))
    expect(await verify(NAME)).toMatchObject({ code: 1, messages: [], policies: [{ releases: [{ proved: false }] }] })
  })

  it('of which nothing can be made is not said to be another', async () => {
    const { text, verify, write } = await released()
    write(RELEASE, text(RELEASE).replace('van de ouders', 'van de ouders, zie [](#weg)'))
    expect(rules(await verify(PDF))).toEqual(expect.arrayContaining(['reference/unresolved.clause', 'paper/unknown.not-all']))
  })
})

describe('a paper', () => {
  it('is of a policy that was withdrawn since, where it was', async () => {
    const { run, verify } = await released()
    expect((await verify(PDF)).papers[0]).toMatchObject({ verdict: 'untouched', withdrawn: false })
    expect((await run('verify', PDF)).out).not.toContain('withdrawn')
    expect((await run('withdraw', NAME)).code).toBe(0)
    expect((await verify(PDF)).papers[0]).toMatchObject({ verdict: 'untouched', withdrawn: true })
    expect((await run('verify', PDF)).out).toContain('the policy was withdrawn since, and is no longer in force')
  })

  it('is untouched as it was made, in each format, also when there is a newer release', async () => {
    const { verify, run, write, text } = await released()
    for (const ending of ['pdf', 'html', 'docx']) {
      expect(await verify(PDF.replace('pdf', ending))).toMatchObject({
        code: 0,
        papers: [{ verdict: 'untouched', release: `${NAME}@1.0.0`, newer: null }],
      })
    }
    write(PATH, text(PATH).replace('na toestemming', 'na schriftelijke toestemming'))
    await run('propose', NAME)
    for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
    await run('release', NAME)
    expect((await verify(PDF)).papers[0]).toMatchObject({ verdict: 'untouched', newer: `${NAME}@1.1.0` })
  })

  it('whose words or attachments are others is found, with the words', async () => {
    const { files, verify, write } = await released()
    // The press itself makes the forgery: a well-formed file that says something else.
    const forger = await released(POLICY.replace('na toestemming', 'zonder toestemming'))
    const own = files.read(PDF).slice()
    write(PDF, forger.files.read(PDF))
    const found = await verify(PDF)
    expect(found).toMatchObject({ code: 1, papers: [{ verdict: 'other', release: `${NAME}@1.0.0` }] })
    expect(rules(found)).toEqual(['paper/other-words.words', 'paper/other-words.attachment', 'paper/other-words.attachment'])
    expect(found.messages[0].reason).toMatch(/says ".*zonder toestemming.*" where .* says ".*na toestemming/)
    write(PDF, own)
    expect((await verify(PDF)).code).toBe(0)
  })

  it('in other bytes with the same words is said to be that', async () => {
    const { files, verify, write } = await released()
    const bytes = files.read(PDF).slice()
    // The identity of the file: a digit of it says nothing to a reader.
    const at = Buffer.from(bytes).indexOf('/ID [') + '/ID [<'.length
    expect(at).toBeGreaterThan(10)
    bytes[at] = bytes[at] === 0x30 ? 0x31 : 0x30
    write(PDF, bytes)
    expect(await verify(PDF)).toMatchObject({ code: 0, papers: [{ verdict: 'same-words' }] })
  })

  it('with the same words and a note put over them is found, and of what else it shows nothing is claimed', async () => {
    const { files, verify, run, write } = await released()
    const bytes = Buffer.from(files.read(PDF))
    const text = bytes.toString('latin1')
    // As a reader of PDFs adds it: the page anew behind the end of the file, with a white square that holds other words.
    const [, number = '', page = ''] =
      /(\d+) 0 obj\n<<\n((?:(?!endobj)[\s\S])*?\/Type \/Page\n(?:(?!endobj)[\s\S])*?)>>\nendobj/.exec(text) ?? []
    expect(number).not.toBe('')
    const note =
      '/Annots [<< /Type /Annot /Subtype /FreeText /F 4 /Rect [50 600 550 760] /DA (/Helv 20 Tf 0 g) /Contents (Zonder toestemming) >>]'
    const size = /\/Size (\d+)/.exec(text)?.[1]
    const root = /\/Root (\d+ 0 R)/.exec(text)?.[1]
    const before = text.lastIndexOf('startxref\n')
    const from = text.slice(before).split('\n')[1]
    const object = `${number} 0 obj\n<<\n${page.replace(/\/Annots \[[^\]]*\]\n/, '')}${note}\n>>\nendobj\n`
    const table = `xref\n${number} 1\n${String(bytes.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${size} /Root ${root} /Prev ${from} >>\nstartxref\n${bytes.length + object.length}\n%%EOF\n`
    write('/w/out/linde/elders.pdf', Buffer.concat([bytes, Buffer.from(object + table, 'latin1')]))
    const found = await verify('/w/out/linde/elders.pdf')
    expect(found).toMatchObject({ code: 1, papers: [{ verdict: 'same-words', release: `${NAME}@1.0.0` }] })
    expect(rules(found)).toContain('paper/other-words.beside')
    const said = async (lang: string) => (await run('verify', '/w/out/linde/elders.pdf', '--lang', lang)).out
    expect(await said('en')).toContain('what else it shows is not known')
    expect(await said('nl')).toContain('wat het verder laat zien is niet bekend')
  })

  it('says another thing where its dates, deciders or facts were changed, or a rule was struck through', async () => {
    const { files, verify, write } = await released()
    const notice = '/w/out/linde/media-1.0.0-bekendmaking.html'
    const edited = async (path: string, ...changes: [from: string | RegExp, to: string][]) => {
      const text = Buffer.from(files.read(path)).toString('utf8')
      const other = changes.reduce((words, [from, to]) => words.replace(from, to), text)
      expect(other).not.toBe(text)
      write('/w/out/linde/ander.html', other)
      return (await verify('/w/out/linde/ander.html')).papers[0].verdict
    }
    expect(await edited(notice, ['<title>', '<title data-x="">'])).toBe('same-words')
    expect(await edited(notice, [/maart\s2026/, 'maart 2020'])).toBe('unknown')
    expect(await edited(notice, ['Bestuur', 'College'])).toBe('unknown')
    const page = PDF.replace('pdf', 'html')
    expect(await edited(page, ['<title>', '<title data-x="">'])).toBe('same-words')
    expect(await edited(page, ['na toestemming', '<span>na</span> toestemming'])).toBe('same-words')
    expect(await edited(page, ['na toestemming', '<del>na</del> toestemming'])).toBe('unknown')
    expect(await edited(page, [/A\.\sBos/, 'B. Bos'])).toBe('unknown')
  })

  it('a notice is known as it was made and as it is made again when another release ended it', async () => {
    const { verify, run, write, text, files } = await released()
    const notice = '/w/out/linde/media-1.0.0-bekendmaking.html'
    const first = files.read(notice).slice()
    write(PATH, text(PATH).replace('na toestemming', 'na schriftelijke toestemming'))
    await run('propose', NAME)
    for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive')
    await run('release', NAME)
    expect((await verify(notice)).papers[0]).toMatchObject({ verdict: 'untouched', release: release('1.0.0') })
    expect((await run('build', release('1.0.0'), '--paper', 'notice', '--format', 'html')).code).toBe(0)
    const again = wordsOn(Buffer.from(files.read(notice)).toString('utf8')).replace(/\s+/g, ' ')
    expect(again).toContain('2 maart 2026; vanaf die dag geldt versie 1.1.0')
    expect((await verify(notice)).papers[0]).toMatchObject({ verdict: 'untouched', release: release('1.0.0') })
    write(notice, first)
    expect((await verify(notice)).papers[0].verdict).toBe('untouched')
  })

  it('of a draft, and one that is no PDF of ours, are of no release', async () => {
    const { verify, run, text, write } = await released()
    write(PATH, text(PATH).replace('na toestemming', 'na schriftelijke toestemming'))
    await run('build', NAME)
    expect(rules(await verify('/w/out/linde/media-1.1.0.pdf'))).toEqual(['paper/unknown.draft'])
    write(PATH, text(PATH).replace('schriftelijke', 'mondelinge'))
    expect(rules(await verify('/w/out/linde/media-1.1.0.pdf'))).toEqual(['paper/unknown.release'])
    write('/w/out/linde/x.pdf', '%PDF-1.7 maar niet echt')
    expect(rules(await verify('/w/out/linde/x.pdf'))).toEqual(['paper/unknown.damaged'])
    expect(rules(await verify('/w/out/linde/nothere.pdf'))).toEqual(['file/missing.file.absent'])
  })
})
