const UNRELEASED = /^## Unreleased\n([^]*?)(?=^## |$(?![^]))/m;

/**
 * The changelog with what stood under Unreleased under a version and its day.
 * @throws where nothing stands there
 */
export function releasedChangelog(text, version, day) {
  const [, entries] = UNRELEASED.exec(text) ?? [];
  if (!entries?.trim())
    throw new Error('CHANGELOG.md has nothing under "## Unreleased"; expected what is new for hosts.');
  return text.replace(UNRELEASED, () => `## Unreleased\n\n## ${version} (${day})\n${entries}`);
}
