export {
  defaultFonts,
  loadDeskScript,
  loadLayout,
  loadSiteLayout,
  loadSiteStyle,
  loadWording,
  packageAssets,
  programParts,
  readDoc,
  readTemplate,
} from './assets.js'
export { brandOf } from './brand.js'
export { useCompiled } from './compiled.js'
export { type DiskOptions, openDisk } from './disk.js'
export type { Files, Output } from './files.js'
export { growLess } from './heap.js'
export { askedIn, type CorrectedSince, keepsIn, proposalPath, proposals, saysKept } from './kept.js'
export {
  type Loaded,
  type LoadedOrganisation,
  lastRelease,
  letGo,
  loadOrganisation,
  loadPolicy,
  readingOf,
  readNamed,
} from './load.js'
export { inMemory, type MemoryOptions } from './memory.js'
export { nearNames } from './near.js'
export { findOffice, type Office } from './office.js'
export { openBrowser } from './open-browser.js'
export { exists, filesBelow, listOutputs, outPath, readText } from './output.js'
export { withPending } from './overlay.js'
export { loadPlaceholders } from './placeholders.js'
export { FileProblem, fileProblem } from './problem.js'
export { dictionaryOf, loadOutdated, loadSpeller } from './proof.js'
export type { Commit, Repository, Revision } from './repository.js'
export {
  findWorkspace,
  isInside,
  listPolicies,
  listTemplates,
  type PolicyEntry,
  releasePath,
  showPath,
  type Workspace,
} from './root.js'
export { missingSchemas, schemaComment, withSchemaFrom } from './schemas.js'
export { openPreview } from './serve.js'
export { bySubject, type SubjectGroup, subjectIn, subjectNamed, subjectOf } from './subjects.js'
export { bodyOf, otherReleases } from './twins.js'
export { unknownTemplate } from './unknown-template.js'
export { orphanReleases, unreadPolicies } from './unread.js'
export { usedIds } from './used-ids.js'
export { findVeraPdf, VERAPDF_PROFILES, type VeraPdf, type VeraPdfProfile, type VeraPdfVerdict } from './verapdf.js'
export { loadVocabularies } from './vocabularies.js'
export { concerns, watchFolders } from './watch.js'
export { loadWordings } from './wordings.js'
