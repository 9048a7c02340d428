import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clausule } from '../support/cli.js'
import { folder, front, workspace } from '../support/workspace.js'

const POLICY = `${front()}# Foto’s {#fotos}\n\nEen foto vraagt toestemming. {#toestemming}\n`
const PDF = 'out/linde/media-1.0.0.pdf'

async function published(): Promise<string> {
  const root = workspace(POLICY)
  expect((await clausule(root, ['build'])).code).toBe(0)
  return root
}

/** Puts a program named verapdf, and nothing else of that name, on PATH. `report` sees its arguments as `argv`. */
function install(report: string, profiles: readonly string[] = []): string {
  const home = folder(Object.fromEntries(profiles.map((name) => [`profiles/PDF_UA/${name}.xml`, '<profile/>'])))
  const program = join(home, 'verapdf')
  writeFileSync(program, `#!${process.execPath}\nconst argv = process.argv.slice(2)\n${report}\n`)
  chmodSync(program, 0o755)
  vi.stubEnv('PATH', home)
  return home
}

/** veraPDF's JSON, as it reports one file. */
const REPORT = (failed: string) => `
const rules = ${failed}
const summaries = rules.map(([clause, testNumber]) => ({ status: 'failed', specification: 'ISO', clause, testNumber, failedChecks: 1 }))
const result = { profileName: argv[1], compliant: rules.length === 0, details: { ruleSummaries: summaries } }
console.log(JSON.stringify({ report: { jobs: [{ itemDetails: { name: argv.at(-1) }, validationResult: [result] }] } }))
process.exitCode = rules.length === 0 ? 0 : 1`

beforeEach(() => void vi.stubEnv('PATH', folder()))
afterEach(() => void vi.unstubAllEnvs())

const files = (out: string) => JSON.parse(out).files

describe('check', () => {
  it('finds nothing wrong with what build made, and says that veraPDF is not there', async () => {
    const root = await published()
    const { code, out, err } = await clausule(root, ['check', PDF])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^good {2}out\/linde\/media-1\.0\.0\.pdf {2}\d+ pages, 0 problems\n/)
    expect(out).toContain('veraPDF was not run')
  })

  it('checks all of out/ when no file is named', async () => {
    const root = await published()
    const { out } = await clausule(root, ['check', '--json'])
    expect(files(out)).toEqual([{ file: PDF, pages: expect.any(Number), problems: [], verapdf: null }])
    expect(files(out)[0].pages).toBeGreaterThan(1)
    expect((await clausule(workspace(POLICY), ['check'])).out).toContain('no PDF in out/')
    expect((await clausule(folder(), ['check'])).code).toBe(2)
  })

  it('names the problem of a spoiled file and answers 1', async () => {
    const root = await published()
    const spoiled = readFileSync(join(root, PDF), 'latin1').replace('/Lang (nl)', '/Lung (nl)')
    writeFileSync(join(root, PDF), spoiled, 'latin1')
    const { code, err } = await clausule(root, ['check', PDF])
    expect(code).toBe(1)
    expect(err).toContain('the document has no language')
    const { out } = await clausule(root, ['check', PDF, '--json'])
    expect(files(out)[0].problems).toEqual([{ rule: 'archive', reason: 'the document has no language' }])
  })

  it.each([
    ['a file that is not there', undefined, 'file/missing', /Unexpected absence/],
    ['a text', 'geen pdf', 'pdf/format', /expected a PDF/],
    ['nothing', '', 'pdf/format', /expected a PDF/],
    ['a PDF of another program', '%PDF-1.5\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n', 'pdf/format', /that Clausule made/],
  ])('refuses %s with a sentence', async (_what, content, rule, reason) => {
    const root = workspace(POLICY, content === undefined ? {} : { 'x.pdf': content })
    const { code, out } = await clausule(root, ['check', 'x.pdf', '--json'])
    expect(code).toBe(1)
    expect(files(out)).toEqual([
      { file: 'x.pdf', pages: null, problems: [{ rule, reason: expect.stringMatching(reason) }], verapdf: null },
    ])
  })

  it('goes on with the other files after one that is refused', async () => {
    const root = await published()
    const { code, out } = await clausule(root, ['check', 'weg.pdf', PDF])
    expect(code).toBe(1)
    expect(out).toMatch(/^bad {3}weg\.pdf {2}not checked$/m)
    expect(out).toMatch(/^good {2}out\/linde/m)
  })

  it('never breaks on a damaged file', async () => {
    const root = await published()
    const whole = readFileSync(join(root, PDF))
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(damage, fc.option(fc.nat(whole.length), { nil: whole.length }), async (bytes, length) => {
        const copy = Buffer.from(whole)
        for (const [at, byte] of bytes) copy[at] = byte
        writeFileSync(join(root, 'damaged.pdf'), copy.subarray(0, length))
        const { code, out } = await clausule(root, ['check', 'damaged.pdf', '--json'])
        const [file] = files(out)
        expect(code).toBe(file.problems.length > 0 ? 1 : 0)
        for (const { reason } of file.problems) expect(reason).not.toMatch(/\n\s+at /)
      }),
      { seed: 20, numRuns: 40 },
    )
  })
})

describe('check with veraPDF', () => {
  it('reports a verdict per profile', async () => {
    const root = await published()
    install(REPORT('[]'), ['WCAG-2-2-Machine'])
    const { code, out } = await clausule(root, ['check', PDF, '--json'])
    expect(code).toBe(0)
    expect(files(out)[0].verapdf).toEqual(
      ['3a', 'ua1', 'WCAG-2-2-Machine'].map((profile) => ({ profile, compliant: true, failedRules: [] })),
    )
    expect((await clausule(root, ['check', PDF])).out).toContain('3a passed, ua1 passed, WCAG-2-2-Machine passed')
  })

  it('names the rules that failed and answers 1', async () => {
    const root = await published()
    install(REPORT("argv.includes('ua1') ? [['7.1', 3], ['8.2.1', 1]] : []"), ['WCAG-2-2-Machine'])
    const { code, out, err } = await clausule(root, ['check', PDF])
    expect(code).toBe(1)
    expect(err).toContain('Unexpected failure of ua1 in veraPDF, expected none: 7.1-3, 8.2.1-1')
    expect(out).toContain('3a passed, ua1 failed')
  })

  it.each([
    ['prints no report', "console.log('Exception in thread main')", 'its report cannot be read'],
    ['cannot open the file', 'console.log(\'{"report":{"jobs":[{"taskException":{}}]}}\')', 'it cannot judge the file'],
  ])('says so when veraPDF %s', async (_what, script, reason) => {
    const root = await published()
    install(script)
    const { code, out, err } = await clausule(root, ['check', PDF])
    expect(code).toBe(0)
    expect(out).not.toContain('passed')
    expect(out).toContain('3a not judged, ua1 not judged, WCAG-2-2-Machine not judged')
    expect(err).toContain(`on 3a, expected a verdict: ${reason}`)
    expect(err).toContain(
      'on WCAG-2-2-Machine, expected a verdict: the profile WCAG-2-2-Machine.xml is not in the folder of veraPDF',
    )
  })

  it('does not take a folder for the program', async () => {
    const root = await published()
    const home = folder()
    mkdirSync(join(home, 'verapdf'))
    vi.stubEnv('PATH', home)
    expect((await clausule(root, ['check', PDF])).out).toContain('veraPDF was not run')
  })
})
