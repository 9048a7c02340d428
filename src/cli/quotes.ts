import { resolve } from 'node:path'
import { exists, type Files } from '../workspace/index.js'

/** Words of one name, at most. */
const MOST = 8

/** The file that arguments beside each other name when they are joined by a blank: its name was given without quotes. */
export function unquoted(args: readonly unknown[], cwd: string, files: Files): string | undefined {
  const words = args.flat().filter((word) => typeof word === 'string')
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 2; end <= Math.min(words.length, start + MOST); end++) {
      const joined = words.slice(start, end).join(' ')
      if (exists(files, resolve(cwd, joined))) return joined
    }
  }
  return undefined
}

/** Whether a message is about a file that was looked for in vain. */
export const isMissingFile = (rule: string): boolean => rule === 'name/unknown' || rule === 'file/missing'
