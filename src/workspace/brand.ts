import type { Result } from '../model/index.js'
import { type Brand, resolveBrand } from '../present/index.js'
import type { LoadedOrganisation } from './load.js'

/** How an organisation's papers look, with what is wrong with it; the default look for none. */
export const brandOf = (found: LoadedOrganisation | undefined): Result<Brand> =>
  found ? resolveBrand(found.organisation.brand, found.files, { file: found.file, line: 1, column: 1 }) : resolveBrand()
