import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { mediaPolicy, NAME, PATH, school as schoolWith } from '../support/school.js'

const TITLE = 'Protocol foto’s, film; en "geluid" \\ voor alle leerlingen, hun ouders en wie er verder een foto of film van maakt'
const POLICY = mediaPolicy({ title: JSON.stringify(TITLE), dates: 'effective: 2026-08-01\nreview: 2028-08-01\n' })

function school(text = POLICY) {
  const it = schoolWith(text)
  return { ...it, run: (...argv: string[]) => it.run(argv) }
}

/** The calendar as a program that keeps one reads it: its days, what they say, and what names them. */
function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text))
  return component.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each)
    return { date: event.startDate.toString(), summary: event.summary, uid: event.uid, whole: event.startDate.isDate }
  })
}

describe('the calendar', () => {
  it('has what was put before the bodies, what they decided, and what is to come', async () => {
    const { run, text } = school()
    await run('propose', NAME)
    await run('decide', NAME, '--body', 'MR', '--decision', 'positive')
    const made = await run('status', '--ics', '/w/out/agenda.ics')
    expect([made.code, made.err]).toEqual([0, ''])
    expect(made.out).toMatch(/made out\/agenda\.ics\n$/)
    const ics = text('/w/out/agenda.ics')
    expect(read(ics).map(({ date, summary, whole }) => [date, whole, summary])).toEqual([
      ['2026-03-02', true, `${TITLE} 1.0.0: put before its bodies`],
      ['2026-03-02', true, `${TITLE} 1.0.0: MR (consent): agreed`],
      ['2028-08-01', true, `${TITLE}: to be looked at again`],
    ])
    await run('decide', NAME, '--body', 'Bestuur', '--decision', 'positive')
    await run('release', NAME)
    await run('status', '--ics', '/w/out/agenda.ics', '--lang', 'nl')
    expect(read(text('/w/out/agenda.ics')).map(({ date, summary }) => `${date} ${summary.replace(TITLE, '…')}`)).toEqual([
      '2026-03-02 … 1.0.0: MR (instemming): akkoord',
      '2026-03-02 … 1.0.0: Bestuur (vaststelling): akkoord',
      '2026-08-01 … 1.0.0: geldt vanaf deze dag',
      '2028-08-01 …: opnieuw bekijken',
    ])
  })

  it('is the same file when nothing changed, and names a review that moved as before', async () => {
    const { run, text, write } = school()
    const make = async () => {
      await run('status', '--ics', 'a.ics')
      return text('/w/a.ics')
    }
    const first = await make()
    expect(await make()).toBe(first)
    write(PATH, POLICY.replace('2028-08-01', '2029-01-10'))
    const [before] = read(first)
    expect(read(await make())).toEqual([{ ...before, date: '2029-01-10' }])
  })

  it('keeps to its format: lines of 75 octets, CR LF, and nothing that ends a line early', async () => {
    const { run, text } = school(
      POLICY.replace(JSON.stringify(TITLE), JSON.stringify(`${'é😀'.repeat(60)}\nBEGIN:VEVENT\r\u0007`)),
    )
    await run('status', '--ics', 'a.ics')
    const lines = text('/w/a.ics').split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75 || /[\r\n\x07]/.test(line))).toEqual([])
    expect(read(text('/w/a.ics'))).toHaveLength(1)
  })

  it('leaves out a day no calendar has, and says of what is not proved that it is not', async () => {
    const { run, text, write } = school(POLICY.replace('2028-08-01', '2028-02-30'))
    await run('status', '--ics', 'a.ics')
    expect(read(text('/w/a.ics'))).toEqual([])
    const approvals = 'approvals:\n  - { date: 2026-01-20, body: MR, right: consent }\n---\n\n#'
    write(
      '/w/policies/linde/releases/media@0.9.0.md',
      POLICY.replace('1.0.0', '0.9.0').replace('draft', 'adopted').replace('---\n\n#', approvals),
    )
    await run('status', '--ics', 'a.ics')
    expect(read(text('/w/a.ics')).map(({ summary }) => summary.replace(TITLE, '…'))).toEqual([
      '… 0.9.0: MR (consent): decision; not proved on these words',
      '… 0.9.0: in force from this day; not proved which words were decided on',
    ])
  })

  it('is no file among the policies', async () => {
    const { run } = school()
    expect((await run('status', '--ics', 'policies/linde/a.ics')).code).toBe(2)
  })
})
