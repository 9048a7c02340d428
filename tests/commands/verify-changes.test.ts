import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school } from '../support/school.js'

const PACK = '/w/out/linde/media-1.0.0--1.1.0'

/** A release, and changes to it that were put before the bodies with their papers. */
async function proposed() {
  const { files, text, write, ...it } = school(mediaPolicy())
  const run = (...argv: string[]) => it.run([...argv, '--quiet'])
  const decide = async () => {
    for (const body of ['MR', 'Bestuur']) await run('decide', NAME, '--body', body, '--decision', 'positive', '--name', 'A. Bos')
    expect((await run('release', NAME)).code).toBe(0)
  }
  await run('propose', NAME)
  await decide()
  write(PATH, text(PATH).replace('na toestemming van de ouders', 'na schriftelijke toestemming van een verzorger'))
  expect((await run('propose', NAME)).code).toBe(0)
  const verify = async (...names: string[]) => {
    const { code, out } = await run('verify', ...names, '--json')
    return { code, ...JSON.parse(out) }
  }
  return { files, run, text, write, verify, decide }
}

/** A page, or the text of a Word file, with other words in it. */
function edited(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  if (bytes[0] !== 0x50) return strToU8(change(strFromU8(bytes)))
  const { 'word/document.xml': document, ...others } = unzipSync(bytes)
  return zipSync({ ...others, 'word/document.xml': strToU8(change(strFromU8(document ?? new Uint8Array()))) })
}

const about = (standing: string) => [
  { text: `${NAME}@1.0.0`, standing: 'recorded' },
  { text: standing === 'recorded' ? `${NAME}@1.1.0` : NAME, standing },
]
const rules = ({ messages }: { messages: { rule: string; form?: string }[] }) =>
  messages.map(({ rule, form }) => (form === undefined ? rule : `${rule}.${form}`))

describe('a paper about two texts', () => {
  // Nothing is written where papers are only looked at.
  let known: ReturnType<typeof proposed> | undefined
  it.each([
    'oplegger.pdf',
    'was-wordt.pdf',
    'wijzigingen.pdf',
    'concordantie.pdf',
    'vaststellingsbesluit.pdf',
    'vaststellingsbesluit.docx',
    'wijzigingen.html',
    'wijzigingen.docx',
    'vergelijking.json',
  ])('is known as that, with the texts it is about and whether they are recorded: %s', async (file) => {
    known ??= proposed()
    const { verify } = await known
    expect(await verify(`${PACK}/${file}`)).toMatchObject({
      code: 0,
      messages: [],
      papers: [{ verdict: 'untouched', release: null, about: about('proposed') }],
    })
  })

  it('says in words what it is', async () => {
    known ??= proposed()
    const { out } = await (await known).run('verify', `${PACK}/oplegger.pdf`)
    expect(out).toContain('not the policy itself, but a paper about two of its texts')
    expect(out).toContain(`${NAME}@1.0.0: a release; it is recorded that exactly these words were decided on`)
    expect(out).toContain(`${NAME}: was put before the bodies; no release`)
  })

  it('stays known as it was put before the bodies, when its text became a release', async () => {
    const { verify, decide } = await proposed()
    await decide()
    for (const file of ['oplegger.pdf', 'wijzigingen.html', 'wijzigingen.docx', 'vergelijking.json'])
      expect(await verify(`${PACK}/${file}`), file).toMatchObject({ code: 0, papers: [{ about: about('recorded') }] })
    // A resolution that is made anew says which release it is the resolution of.
    expect((await verify('/w/out/linde/media-1.1.0.pdf')).papers).toMatchObject([{ release: `${NAME}@1.1.0`, about: [] }])
  })

  it('is known in Word when it is of an earlier day, by its words', async () => {
    const { verify, run } = await proposed()
    await run('diff', NAME, '--output', '/w/out/eerder.docx', '--date', '2026-01-05', '--author', 'A. Bos')
    expect(await verify('/w/out/eerder.docx')).toMatchObject({ code: 0, papers: [{ verdict: 'same-words' }] })
  })

  it('is told from one in which something was changed', async () => {
    const { files, verify, run, write } = await proposed()
    const text = Buffer.from(files.read(`${PACK}/wijzigingen.html`)).toString('utf8')
    write('/w/out/anders.html', text.replace(/schriftelijke/g, 'mondelinge'))
    const found = await verify('/w/out/anders.html')
    expect(found).toMatchObject({ code: 1, papers: [{ verdict: 'other', release: null, about: about('proposed') }] })
    expect(rules(found)).toEqual(['paper/other-words.changes'])
    expect(found.messages[0].reason).toMatch(/says ".*mondelinge.*" where .* says ".*schriftelijke/)
    expect((await run('verify', '/w/out/anders.html')).out).toContain('and it is not what is made of them')
  })

  it.each(['html', 'docx'])('is told from one in which what went was changed, as %s', async (ending) => {
    const { files, verify, run, write } = await proposed()
    expect((await run('diff', NAME, '--paper', 'redline', '--output', `/w/out/anders.${ending}`)).code).toBe(0)
    expect((await verify(`/w/out/anders.${ending}`)).papers).toMatchObject([{ verdict: 'untouched' }])
    const forged = edited(files.read(`/w/out/anders.${ending}`), (text) => text.replace(/(?<![\w])ouders/g, 'buren'))
    write(`/w/out/anders.${ending}`, forged)
    expect(await verify(`/w/out/anders.${ending}`)).toMatchObject({
      code: 1,
      papers: [{ verdict: 'other', about: about('proposed') }],
    })
  })

  it('about words that stand nowhere any more says so, and of which', async () => {
    const { verify, run, text, write } = await proposed()
    write(PATH, text(PATH).replace('status: proposed', 'status: draft').replace('schriftelijke', 'mondelinge'))
    expect((await run('diff', NAME, '--paper', 'memo', '--output', '/w/out/oplegger.pdf')).code).toBe(0)
    write(PATH, text(PATH).replace('mondelinge', 'eigen'))
    const found = await verify('/w/out/oplegger.pdf')
    expect(found).toMatchObject({
      code: 1,
      papers: [
        {
          verdict: 'unknown',
          about: [
            { text: `${NAME}@1.0.0`, standing: 'recorded' },
            { text: null, standing: 'unknown' },
          ],
        },
      ],
    })
    expect(rules(found)).toEqual(['paper/unknown.texts'])
    const { out } = await run('verify', '/w/out/oplegger.pdf')
    expect(out).toMatch(/the fingerprint sha256:[0-9a-f]{64}, which no release, proposal or draft of the workspace has/)
  })

  it('is told to be of a policy that was withdrawn since', async () => {
    const { verify, run, decide } = await proposed()
    await decide()
    expect((await run('withdraw', NAME)).code).toBe(0)
    expect((await verify(`${PACK}/oplegger.pdf`)).papers).toMatchObject([{ verdict: 'untouched', withdrawn: true }])
  })
})
