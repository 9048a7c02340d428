import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../src/check/index.js'
import type { VerifiedPaper } from '../../src/commands/index.js'
import { inMemory } from '../../src/workspace/index.js'
import { pkcs12, type Wanted } from '../support/certificates.js'
import { clausule } from '../support/cli.js'
import { mediaPolicy, NAME, PDF, school } from '../support/school.js'
import { folder } from '../support/workspace.js'

const POLICY = mediaPolicy({
  route: ['MR, right: adoption'],
  words: ' Meer staat bij [de dienst](https://example.org).',
})
const SIGNED = '/w/out/linde/media-1.0.0.signed.pdf'
const PASSWORD = { CLAUSULE_CERTIFICATE_PASSWORD: 'geheim' }

/** A text that was decided on, with a certificate beside the workspace. */
async function decided(wanted: Wanted = {}, today = '2026-03-02') {
  const { files, ...it } = school(POLICY, { '/sleutels/bos.p12': pkcs12('geheim', wanted) }, today)
  const run = (argv: readonly string[], env: Record<string, string> = PASSWORD) => it.run([...argv, '--quiet'], env)
  await run(['propose', NAME])
  await run(['decide', NAME, '--body', 'MR', '--decision', 'positive'])
  const release = (env?: Record<string, string>) => run(['release', NAME, '--certificate', '/sleutels/bos.p12'], env)
  const verify = async (file: string) => {
    const { code, out } = await run(['verify', file, '--json'])
    const { papers, messages } = JSON.parse(out) as {
      papers: VerifiedPaper[]
      messages: { rule: string; form?: string }[]
    }
    const [paper] = papers
    return {
      code,
      verdict: paper?.verdict,
      release: paper?.release,
      signature: paper?.signature,
      found: messages.map(({ rule, form }) => `${rule}.${form}`),
    }
  }
  const write = (path: string, bytes: Uint8Array | string) => files.write('/w', [{ path, bytes }])
  return { files, run, release, verify, write }
}

describe('a release with a certificate', () => {
  it('brings a signed paper beside the one that can be made again, which stays as it was', async () => {
    const signed = await decided()
    const done = await signed.release()
    expect([done.code, done.err]).toEqual([0, ''])
    expect(done.out).toContain('made out/linde/media-1.0.0.signed.pdf\n')
    const plain = await decided()
    await plain.run(['release', NAME])
    expect(Buffer.from(signed.files.read(PDF)).equals(plain.files.read(PDF))).toBe(true)
    expect(await signed.verify(SIGNED)).toMatchObject({
      code: 0,
      verdict: 'untouched',
      release: `${NAME}@1.0.0`,
      signature: { holds: true, by: 'A. Bos', selfSigned: true, date: '2026-03-02', validUntil: '2027-01-01', validThen: true },
    })
    expect(await signed.verify(PDF)).toMatchObject({ code: 0, verdict: 'untouched', signature: null })
  })

  it('keeps what a tagged archive asks, and its words', async () => {
    const { release, files, run } = await decided()
    await release()
    const [plain, signed] = [PDF, SIGNED].map((path) => checkPdf(files.read(path)))
    expect(signed?.problems).toEqual([])
    expect(signed?.words).toBe(plain?.words)
    expect([...(signed?.attachments ?? [])]).toEqual([...(plain?.attachments ?? [])])
    const last = (signed?.pages ?? 0) - 1
    expect(signed?.root.kids.at(-1)).toMatchObject({ role: 'Form', kids: [{ page: last, found: last }] })
    expect((await run(['check', SIGNED])).code).toBe(0)
  })

  it('says by whom, and what is not known of them', async () => {
    const said = async (wanted: Wanted, today?: string) => {
      const { release, run } = await decided(wanted, today)
      await release()
      return (await run(['verify', SIGNED])).out.split('\n')[1]?.trim()
    }
    expect(await said({})).toBe(
      'signed on 2 March 2026, and nothing changed since, by who calls themselves A. Bos: the certificate is self-signed, and nobody else says who it is',
    )
    expect(await said({ issuer: 'De Uitgever' })).toMatch(
      /by who calls themselves A\. Bos: that De Uitgever gave .* is not proved here$/,
    )
    expect(await said({ issuer: 'De Uitgever', withIssuer: true })).toBe(
      'signed on 2 March 2026 by A. Bos, and nothing changed since; the certificate is given out by De Uitgever, who is not judged here',
    )
  })

  it('takes no certificate that is not valid, and then writes nothing at all', async () => {
    const refused = async (wanted: Wanted, today: string) => {
      const { release, files } = await decided(wanted, today)
      const before = files.list('/w/policies/linde').length
      const { code, out, err } = await release()
      expect([code, out, files.list('/w/policies/linde').length]).toEqual([1, 'Nothing was written.\n', before])
      expect(files.kindOf('/w/policies/linde/releases')).toBeUndefined()
      return err
    }
    expect(await refused({ until: '2026-03-01' }, '2026-03-02')).toContain('The certificate of A. Bos expired on 1 March 2026')
    expect(await refused({ from: '2026-03-03' }, '2026-03-02')).toMatch(/is valid from 3 March 2026 on, or the clock is wrong/)
  })

  it('says of a certificate that expired since that it has', async () => {
    const { release, run, files } = await decided()
    await release()
    const later = inMemory(
      Object.fromEntries(
        [
          '/w/policies/linde/organisation.yaml',
          '/w/policies/linde/media.md',
          '/w/policies/linde/releases/media@1.0.0.md',
          SIGNED,
        ].map((path) => [path, files.read(path)]),
      ),
      { today: '2028-01-01' },
    )
    const { code, out } = await clausule('/w', ['verify', SIGNED, '--quiet'], { files: later })
    expect([code, out.split('\n')[2]?.trim()]).toEqual([
      0,
      'the certificate has since expired, on 1 January 2027; nothing but the clock of the signatory says that it was signed before',
    ])
    expect((await run(['verify', SIGNED])).out).not.toContain('expired')
  })
})

describe('a password', () => {
  it('is asked for unseen, or stands in the environment, and opens the file or does not', async () => {
    const { release, run, files } = await decided()
    expect((await release({})).err).toContain('CLAUSULE_CERTIFICATE_PASSWORD')
    expect((await release({})).code).toBe(2)
    const wrong = await release({ CLAUSULE_CERTIFICATE_PASSWORD: 'fout' })
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('The password does not open /sleutels/bos.p12')])
    expect((await run(['release', NAME, '--certificate', '/sleutels/weg.p12'])).err).toContain('file/missing')
    const asked: string[] = []
    const askSecretly = async (question: string) => {
      asked.push(question)
      return 'geheim'
    }
    const done = await clausule('/w', ['release', NAME, '--certificate', '/sleutels/bos.p12'], { files, askSecretly })
    expect([done.code, asked]).toEqual([0, ['Password of /sleutels/bos.p12: ']])
  })

  it('is of no use where the file is no certificate', async () => {
    const { run, write } = await decided()
    write('/w/out/x.p12', 'geen certificaat')
    expect((await run(['release', NAME, '--certificate', '/w/out/x.p12'])).err).toContain('cannot be read as a certificate')
  })
})

describe('sign', () => {
  it('signs the paper of a release, to the same bytes as the release would', async () => {
    const { run, release, files } = await decided()
    await run(['release', NAME])
    const { code, out } = await run(['sign', PDF, '--certificate', '/sleutels/bos.p12'])
    expect([code, out]).toEqual([
      0,
      'out/linde/media-1.0.0.signed.pdf: signed by A. Bos\nmade out/linde/media-1.0.0.signed.pdf\n',
    ])
    const other = await decided()
    await other.release()
    expect(Buffer.from(files.read(SIGNED)).equals(other.files.read(SIGNED))).toBe(true)
    expect((await release()).code).toBe(1)
  })

  it('signs nothing but that, and once', async () => {
    const { run, write, files } = await decided()
    await run(['release', NAME])
    const sign = async (file = PDF) => (await run(['sign', file, '--certificate', '/sleutels/bos.p12'])).err
    const own = files.read(PDF).slice()
    const other = own.slice()
    const at = Buffer.from(other).indexOf('/ID [') + '/ID [<'.length
    other[at] = other[at] === 0x30 ? 0x31 : 0x30
    write(PDF, other)
    expect(await sign()).toContain('not byte for byte what a release makes')
    write(PDF, own)
    expect(await sign()).toBe('')
    expect(await sign(SIGNED)).toContain('signed already')
    expect((await run(['sign', PDF])).code).toBe(2)
    expect((await run(['sign', PDF.replace('pdf', 'html'), '--certificate', 'x.p12'])).code).toBe(2)
  })
})

describe('a signed paper', () => {
  it('in which any byte changed is found, in the text, the signature and the certificate alike', async () => {
    const { release, files, write, verify } = await decided({ issuer: 'De Uitgever' })
    await release()
    const whole = files.read(SIGNED).slice()
    const base = files.read(PDF).length
    // Some of the text, more of what was added.
    const places = [base / 3, base - 9, base + 40, base + 2200, base + 4100, whole.length - 90].map(Math.floor)
    for (const at of places) {
      const spoiled = whole.slice()
      spoiled[at] = spoiled[at] === 0x31 ? 0x32 : 0x31
      write(SIGNED, spoiled)
      const { code, verdict, signature } = await verify(SIGNED)
      expect([at, code, signature?.holds ?? false]).toEqual([at, 1, false])
      expect(verdict, String(at)).not.toBe('untouched')
    }
  })

  it('behind which something was added is found, and so is one that only looks signed', async () => {
    const { release, files, write, verify } = await decided()
    await release()
    const whole = Buffer.from(files.read(SIGNED))
    write(SIGNED, Buffer.concat([whole, Buffer.from('\n')]))
    expect(await verify(SIGNED)).toMatchObject({ code: 1, found: ['paper/signature.broken'], signature: { holds: false } })
    write(SIGNED, Buffer.concat([whole, Buffer.from('% en nog iets\n')]))
    expect(await verify(SIGNED)).toMatchObject({ code: 1, found: ['paper/unknown.damaged'] })
    const mark = whole.indexOf('/ByteRange')
    const hidden = Buffer.from(whole)
    hidden.write('/Byterange', mark)
    write(SIGNED, hidden)
    expect(await verify(SIGNED)).toMatchObject({ code: 1, found: ['paper/signature.added'] })
  })
})

const has = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

describe('other programs', () => {
  it.runIf(has('pdfsig'))('poppler says the same: valid, by whom, and when a byte changed that it is not', async () => {
    const { release, files } = await decided()
    await release()
    const root = folder({ 'a.pdf': files.read(SIGNED) })
    const said = () => {
      try {
        return String(execFileSync('pdfsig', ['-nocert', join(root, 'a.pdf')], { stdio: ['ignore', 'pipe', 'ignore'] }))
      } catch (error) {
        return String((error as { stdout: Uint8Array }).stdout)
      }
    }
    expect(said()).toMatch(/Common Name: A\. Bos\n[\s\S]*Total document signed\n[\s\S]*Signature is Valid/)
    const spoiled = files.read(SIGNED).slice()
    const at = Buffer.from(spoiled).indexOf('/ID [') + '/ID [<'.length
    spoiled[at] = spoiled[at] === 0x30 ? 0x31 : 0x30
    writeFileSync(join(root, 'a.pdf'), spoiled)
    expect(said()).not.toContain('Signature is Valid')
  })

  it.runIf(has('qpdf'))('qpdf finds nothing wrong with its structure', async () => {
    const { release, files } = await decided()
    await release()
    const root = folder({ 'a.pdf': files.read(SIGNED) })
    expect(String(execFileSync('qpdf', ['--check', join(root, 'a.pdf')]))).toContain('No syntax or stream encoding errors found')
  })
})
