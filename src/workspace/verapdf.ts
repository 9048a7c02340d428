import { spawnSync } from 'node:child_process'
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Phrase } from '../model/index.js'
import { findProgram } from './program.js'

/** What a PDF is held to: PDF/A-3a and PDF/UA-1, which the validator knows itself, and the part of WCAG 2.2 a machine can judge. */
export const VERAPDF_PROFILES = ['3a', 'ua1', 'WCAG-2-2-Machine'] as const
export type VeraPdfProfile = (typeof VERAPDF_PROFILES)[number]

/** What veraPDF says of one file by one profile. */
export interface VeraPdfVerdict {
  readonly profile: VeraPdfProfile
  readonly compliant: boolean
  /** Clause and test, as veraPDF names its rules: `7.1-3`. */
  readonly failedRules: readonly string[]
}

/** Why veraPDF has no verdict. */
type NoVerdict = Extract<Phrase, { readonly phrase: `verapdf.${string}` }>

/** A veraPDF that can be run here. */
export interface VeraPdf {
  /** Judges one file (an absolute path), within a time that grows with its pages. A phrase instead of a verdict says why there is none. */
  readonly judge: (path: string, profile: VeraPdfProfile, pages: number) => VeraPdfVerdict | NoVerdict
}

/** Milliseconds. PDF/A and PDF/UA take up to 50 seconds for a thousand pages; WCAG renders every page, which takes seconds for each. */
const TIME_LIMIT = 180_000
const PER_PAGE = 3000

/** The `verapdf` on PATH; undefined where there is none. */
export function findVeraPdf(path: string = process.env.PATH ?? ''): VeraPdf | undefined {
  const program = findProgram('verapdf', path)
  if (program === undefined) return undefined
  return {
    judge(file, profile, pages) {
      const choice = profile === 'WCAG-2-2-Machine' ? profileFile(program, `${profile}.xml`) : profile
      if (choice === undefined) return { phrase: 'verapdf.no-profile', values: { profile } }
      const args = [profile === choice ? '--flavour' : '--profile', choice, '--format', 'json', file]
      const timeout = TIME_LIMIT + pages * PER_PAGE
      const { stdout, error } = spawnSync(program, args, { timeout, maxBuffer: 1 << 28, encoding: 'utf8' })
      if (error)
        return (error as NodeJS.ErrnoException).code === 'ETIMEDOUT'
          ? { phrase: 'verapdf.slow', values: { minutes: Math.round(timeout / 60_000) } }
          : { phrase: 'verapdf.failed', values: { problem: error.message } }
      return verdict(stdout, profile)
    },
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** A profile of the installer's own collection, in `profiles/` beside the program. */
function profileFile(program: string, name: string): string | undefined {
  const folder = join(dirname(realpathSync(program)), 'profiles')
  if (!isFolder(folder)) return undefined
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => /[^/\\]*$/.exec(path)?.[0] === name)
  return found === undefined ? undefined : join(folder, found)
}

interface Report {
  readonly report?: { readonly jobs?: readonly { readonly validationResult?: Validation | readonly Validation[] }[] }
}
interface Validation {
  readonly compliant?: boolean
  readonly details?: {
    readonly ruleSummaries?: readonly { readonly status?: string; readonly clause?: string; readonly testNumber?: number }[]
  }
}

function verdict(report: string, profile: VeraPdfProfile): VeraPdfVerdict | NoVerdict {
  let parsed: Report
  try {
    parsed = JSON.parse(report) as Report
  } catch {
    return { phrase: 'verapdf.unreadable' }
  }
  // Until 1.22 one result, since then a list of them.
  const [result] = [parsed.report?.jobs?.[0]?.validationResult ?? []].flat()
  if (result?.compliant === undefined) return { phrase: 'verapdf.no-verdict' }
  const failed = (result.details?.ruleSummaries ?? []).filter(({ status }) => status?.toLowerCase() === 'failed')
  return { profile, compliant: result.compliant, failedRules: failed.map(({ clause, testNumber }) => `${clause}-${testNumber}`) }
}
