import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How the folder is called that holds all temporary files of a run. */
export const RUN_FOLDER = 'clausule-run-'

/**
 * Temporary files of a run stand in one folder, which is gone when the run ends: those of programs that tests start and kill, too, and of LibreOffice, which
 * leaves some behind.
 */
export default function temporary(): () => void {
  const folder = mkdtempSync(join(tmpdir(), RUN_FOLDER))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
