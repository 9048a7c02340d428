import { describe, expect, it } from 'vitest'
import { forcesOf } from '../../src/site/forces.js'
import { shownOf } from '../../src/site/policy-files.js'
import { decided, policyOf } from './build.js'

const ONE = decided('1.0.0', "Camera's hangen in de hal. {#hal}", '2024-03-01')
const TWO = decided('1.1.0', "Camera's hangen in de hal en de stalling. {#hal}", '2026-01-10', 'effective: 2026-08-01\n')
const releases = [ONE.release, TWO.release]
const draft = policyOf('1.2.0', "Camera's hangen nergens. {#hal}", '', 'draft')
const told = (...given: Parameters<typeof forcesOf>) =>
  forcesOf(...given).map(({ version, force, since, proved }) => [version, force, since, proved])

describe('what a version is to its readers', () => {
  it('is by the day: what comes is not in force before it, what was is not after', () => {
    expect(told(releases, draft, '2026-07-31', false)).toEqual([
      ['1.0.0', 'in-force', '2024-03-01', true],
      ['1.1.0', 'coming', '2026-08-01', true],
    ])
    expect(told(releases, draft, '2026-08-01', false)).toEqual([
      ['1.0.0', 'former', '2024-03-01', true],
      ['1.1.0', 'in-force', '2026-08-01', true],
    ])
  })

  it('is never in force where a later version begins before it, or on the same named day', () => {
    const urgent = decided('1.2.0', "Camera's hangen in de hal en de gang. {#hal}", '2026-02-10', 'effective: 2026-03-01\n')
    const three = [...releases, urgent.release]
    // What was to begin in August neither comes nor was there.
    for (const [today, one, last] of [
      ['2026-02-20', 'in-force', 'coming'],
      ['2026-07-31', 'former', 'in-force'],
      ['2026-08-02', 'former', 'in-force'],
    ] as const)
      expect(told(three, draft, today, false)).toEqual([
        ['1.0.0', one, '2024-03-01', true],
        ['1.1.0', 'overtaken', '2026-08-01', true],
        ['1.2.0', last, '2026-03-01', true],
      ])
    const again = decided('1.2.0', "Camera's hangen in de hal en de gang. {#hal}", '2026-02-10', 'effective: 2026-08-01\n')
    expect(told([...releases, again.release], draft, '2026-09-01', false).map(([, force]) => force)).toEqual([
      'former',
      'overtaken',
      'in-force',
    ])
  })

  it('is not known where the working text says that it was adopted later, and from its day on', () => {
    const adopted = (version: string, effective: string) =>
      policyOf(version, "Camera's hangen nergens. {#hal}", `effective: ${effective}\n`)
    const last = (working: typeof draft, today: string) =>
      forcesOf([ONE.release], working, today, false).map(({ version, force, until, next }) => [version, force, until, next])[0]
    expect(last(adopted('2.0.0', '2026-04-01'), '2026-04-01')).toEqual(['1.0.0', 'unknown', '2026-04-01', '2.0.0'])
    // Before that day the last release applies whatever became of the later; and an earlier text took the place of nothing.
    expect(last(adopted('2.0.0', '2026-04-01'), '2026-03-31')?.[1]).toBe('in-force')
    expect(last(adopted('0.9.0', '2024-01-01'), '2026-04-01')?.[1]).toBe('in-force')
    expect(last(policyOf('2.0.0', "Camera's hangen nergens. {#hal}", '', 'draft'), '2026-04-01')?.[1]).toBe('in-force')
  })

  it('stays withdrawn until the version that brings the policy back begins', () => {
    const back = decided(
      '1.1.0',
      "Camera's hangen in de hal en de stalling. {#hal}",
      '2026-01-10',
      'effective: 2026-08-01\npredecessor: { version: 1.0.0, withdrawn: 2025-01-01 }\n',
    )
    const both = [ONE.release, back.release]
    expect(told(both, draft, '2026-07-31', false).map(([, force]) => force)).toEqual(['withdrawn', 'coming'])
    // No later version took its place: it was withdrawn, and stays that.
    expect(told(both, draft, '2026-08-01', false).map(([, force]) => force)).toEqual(['withdrawn', 'in-force'])
  })

  it('says until when it is in force, where a version that takes its place is on record', () => {
    const ends = (texts: typeof releases, today: string, working = draft) =>
      forcesOf(texts, working, today, false).map(({ version, force, until, next }) => [version, force, until, next])
    expect(ends(releases, '2026-07-31')).toEqual([
      ['1.0.0', 'in-force', '2026-08-01', '1.1.0'],
      ['1.1.0', 'coming', undefined, undefined],
    ])
    expect(ends(releases, '2026-08-01').at(-1)).toEqual(['1.1.0', 'in-force', undefined, undefined])
    // The nearest of two that come, whichever was decided on last.
    const later = decided('1.2.0', "Camera's hangen in de gang. {#hal}", '2026-02-10', 'effective: 2026-10-01\n')
    expect(ends([...releases, later.release], '2026-07-31')[0]).toEqual(['1.0.0', 'in-force', '2026-08-01', '1.1.0'])
    const ending = policyOf('1.1.0', "Camera's hangen in de hal. {#hal}", 'withdrawn: 2026-07-15\n', 'withdrawn')
    expect(ends(releases, '2026-07-01', ending)[0]).toEqual(['1.0.0', 'in-force', '2026-07-15', undefined])
  })

  it('is what it was on the day of the withdrawal: what was still to begin took the place of nothing', () => {
    const gone = policyOf('1.1.0', "Camera's hangen in de hal. {#hal}", 'withdrawn: 2026-03-01\n', 'withdrawn')
    const standings = forcesOf(releases, gone, '2026-12-01', false)
    expect(standings.map(({ force, until }) => [force, until])).toEqual([
      ['withdrawn', '2026-03-01'],
      ['withdrawn', '2026-03-01'],
    ])
    expect(shownOf(standings).version).toBe('1.0.0')
    // After its day it did.
    const later = policyOf('1.1.0', "Camera's hangen in de hal. {#hal}", 'withdrawn: 2026-09-01\n', 'withdrawn')
    const begun = forcesOf(releases, later, '2026-12-01', false)
    expect(begun.map(({ force }) => force)).toEqual(['former', 'withdrawn'])
    expect(shownOf(begun).version).toBe('1.1.0')
  })

  it('is not in force because the text says so', () => {
    const says = policyOf('2.0.0', "Camera's hangen overal. {#hal}", 'effective: 2026-02-01\n')
    expect(told([], says, '2026-07-31', false)).toEqual([['2.0.0', 'unproved', '2026-02-01', false]])
    expect(told(releases, says, '2026-07-31', false).at(-1)).toEqual(['2.0.0', 'unproved', '2026-02-01', false])
  })

  it('is not proved where no decision is bound to its words', () => {
    const loose = policyOf('1.0.0', "Camera's hangen in de hal. {#hal}", 'effective: 2024-03-01\n')
    expect(told([{ version: '1.0.0', policy: loose }], draft, '2026-07-31', false)).toEqual([
      ['1.0.0', 'in-force', '2024-03-01', false],
    ])
  })

  it('is a draft only when drafts are asked for, and never anything else', () => {
    expect(told(releases, draft, '2026-07-31', true).at(-1)).toEqual(['draft', 'draft', undefined, false])
    expect(told(releases, draft, '2026-07-31', false)).toHaveLength(2)
    expect(told([], draft, '2026-07-31', false)).toEqual([])
  })

  it('is a draft still where a copy of one was put among the releases', () => {
    const copy = { version: '0.1.0', policy: policyOf('0.1.0', "Camera's hangen in de hal. {#hal}", '', 'draft') }
    expect(told([copy], draft, '2026-07-31', false)).toEqual([])
    expect(told([copy], draft, '2026-07-31', true).map(([version, force]) => [version, force])).toEqual([
      ['0.1.0', 'draft'],
      ['draft', 'draft'],
    ])
  })

  it('is withdrawn from the day that was named, and not before', () => {
    const gone = policyOf('1.1.0', "Camera's hangen in de hal. {#hal}", 'withdrawn: 2026-09-01\n', 'withdrawn')
    expect(told(releases, gone, '2026-08-31', false).at(-1)).toEqual(['1.1.0', 'in-force', '2026-08-01', true])
    expect(told(releases, gone, '2026-09-01', false).at(-1)).toEqual(['1.1.0', 'withdrawn', '2026-08-01', true])
  })
})
