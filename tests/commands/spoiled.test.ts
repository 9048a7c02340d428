import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../bench/random.js'
import { examine, type Identity, openIdentity, signPdf } from '../../src/sign/index.js'
import { pkcs12 } from '../support/certificates.js'
import { mediaPolicy, NAME, PATH, PDF, RELEASE, school } from '../support/school.js'

/** How many changes are tried of each kind; CLAUSULE_SPOIL=4000 for a longer run. */
const MANY = Number(process.env.CLAUSULE_SPOIL ?? 40)

async function released() {
  const { files, write, ...it } = school(mediaPolicy({ route: ['MR, right: adoption'] }))
  const run = (...argv: string[]) => it.run([...argv, '--quiet'])
  await run('propose', NAME)
  await run('decide', NAME, '--body', 'MR', '--decision', 'positive', '--name', 'A. Bos', '--remarks', 'Met dank.')
  await run('release', NAME)
  const verify = async (file: string) => {
    const { code, out } = await run('verify', file, '--json')
    return { code, ...JSON.parse(out) }
  }
  return { files, verify, write }
}

const random = randomFrom(29)
/** The same bytes with another one at a place. */
function spoiled(whole: Uint8Array, at: number): Uint8Array {
  const bytes = whole.slice()
  bytes[at] = ((bytes[at] as number) + 1 + Math.floor(random() * 255)) % 256
  return bytes
}

/** What a stream of a PDF holds; undefined where it cannot be unpacked. */
function unpacked(bytes: Uint8Array): Buffer | undefined {
  try {
    return inflateSync(bytes)
  } catch {
    return undefined
  }
}

/** Places among some ranges: all, or as many as are tried. */
function places(ranges: readonly (readonly [from: number, to: number])[]): readonly number[] {
  const all = ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))
  return all.length <= MANY ? all : Array.from({ length: MANY }, () => all[Math.floor(random() * all.length)] as number)
}

describe('one byte that became another is found', () => {
  it('in a release', async () => {
    const { files, verify, write } = await released()
    const whole = files.read(RELEASE).slice()
    for (const at of places([[0, whole.length]])) {
      write(RELEASE, spoiled(whole, at))
      const { code, policies } = await verify(NAME)
      expect([at, code, policies[0]?.releases[0]?.proved ?? false]).toEqual([at, 1, false])
    }
  })

  it('in the hashes by which the next text holds it', async () => {
    const { files, verify, write } = await released()
    const whole = files.read(PATH).slice()
    const hashes = [...new TextDecoder().decode(whole).matchAll(/sha256:[0-9a-f]{64}/g)]
    expect(hashes.length).toBe(2)
    const ascii = new TextDecoder('latin1').decode(whole)
    const ranges = [...ascii.matchAll(/sha256:[0-9a-f]{64}/g)].map(({ index }) => [index, index + 71] as const)
    for (const at of places(ranges)) {
      write(PATH, spoiled(whole, at))
      expect([at, (await verify(NAME)).code]).toEqual([at, 1])
    }
  })

  it('in what a published PDF draws, in the letters it is read by, and in what travels with it', async () => {
    const { files, verify, write } = await released()
    const whole = files.read(PDF).slice()
    const text = Buffer.from(whole).toString('latin1')
    const read = new Set([...text.matchAll(/\/(?:Contents|ToUnicode) (\d+) 0 R/g)].map(([, number]) => number))
    const streams = [...text.matchAll(/(\d+) 0 obj\n(<<(?:(?!endobj)[\s\S])*?>>)\nstream\n([\s\S]*?)\nendstream/g)]
    const wanted = streams.filter(([, number, head = '']) => read.has(number ?? '') || head.includes('/EmbeddedFile'))
    expect(wanted.length).toBeGreaterThan(4)
    const ranges = wanted.map((found) => {
      const from = found.index + found[0].length - '\nendstream'.length - (found[3] ?? '').length
      return [from, from + (found[3] ?? '').length] as const
    })
    for (const at of places(ranges)) {
      const bytes = spoiled(whole, at)
      write(PDF, bytes)
      const [from = 0, to = 0] = ranges.find(([begin, end]) => begin <= at && at < end) ?? []
      const isSame = unpacked(bytes.subarray(from, to))?.equals(unpacked(whole.subarray(from, to)) as Buffer) ?? false
      const { code, papers } = await verify(PDF)
      // Some bits only say how a stream was packed: what it holds is the same, and in other bytes.
      expect([at, code, papers[0].verdict]).toEqual(
        isSame ? [at, 0, 'same-words'] : [at, 1, expect.not.stringMatching('untouched')],
      )
    }
  })

  it('anywhere in a PDF: it is not said to be untouched', async () => {
    const { files, verify, write } = await released()
    const whole = files.read(PDF).slice()
    for (const at of places([[0, whole.length]])) {
      write(PDF, spoiled(whole, at))
      expect([at, (await verify(PDF)).papers[0].verdict]).not.toEqual([at, 'untouched'])
    }
  })

  it('anywhere in a signed PDF: its signature does not hold', async () => {
    const { files } = await released()
    const identity = (await openIdentity(pkcs12('x', { issuer: 'De Uitgever', withIssuer: true }), 'x')) as Identity
    const moment = new Date('2026-03-02T12:00:00Z')
    const whole = signPdf(files.read(PDF), identity, { moment, reason: `${NAME}@1.0.0`, label: 'Handtekening' })
    expect(examine(whole)).toMatchObject({ issuerProved: true })
    const behind = files.read(PDF).length
    for (const at of [...places([[0, behind]]), ...places([[behind, whole.length]])]) {
      const found = examine(spoiled(whole, at))
      expect([at, found === undefined || found === 'broken']).toEqual([at, true])
    }
  })
})
