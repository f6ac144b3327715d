/** A repository at a host of repositories, as `git remote` names it: https://host/owner/name.git, git@host:owner/name.git or ssh://git@host/owner/name. */
const HOSTED = /^(?:https:\/\/|ssh:\/\/git@|git@)([\w.-]+)[/:]([\w./-]+?)(?:\.git)?\/?$/;

/**
 * A package.json that says where its source, its page and its issues are, by the repository that it is pushed to.
 * @param {string} text
 * @param {string | undefined} remote the URL of that repository; one of no host of repositories says nothing
 */
export function withRepository(text, remote) {
  const [, host, path] = HOSTED.exec(remote ?? '') ?? [];
  if (!host) return text;
  const page = `https://${host}/${path}`;
  const given = JSON.parse(text);
  const stated = {
    repository: { type: 'git', url: `git+${page}.git` },
    homepage: `${page}#readme`,
    bugs: `${page}/issues`,
  };
  return `${JSON.stringify({ ...given, ...stated }, undefined, 2)}\n`;
}
