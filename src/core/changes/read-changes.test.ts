import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ecosystems } from './ecosystems/index.ts'
import { readDependencyChanges } from './read-changes.ts'

/** `name from → to`, in the order of the answer; `(lock)` where nobody wrote it down. */
const read = (file: string, patch: string) =>
  readDependencyChanges([{ file, patch }]).map(
    ({ ecosystem, name, from, to, line, direct }) => `${ecosystem} ${name} ${from} → ${to} @${line}${direct ? '' : ' (lock)'}`,
  )

/** A hunk that begins at line 10 on both sides. */
const hunk = (...lines: string[]) => ['@@ -10,9 +10,9 @@', ...lines].join('\n')

describe('what a change did to dependencies', () => {
  it.each<[what: string, file: string, patch: string, expected: string[]]>([
    [
      'package.json',
      'web/package.json',
      hunk(
        '   "dependencies": {',
        '-    "lodash": "^4.17.20",',
        '+    "lodash": "^4.17.21",',
        '     "react": "18.0.0"',
        '   },',
        '   "scripts": {',
        '-    "start": "1"',
        '+    "start": "2"',
      ),
      ['npm lodash ^4.17.20 → ^4.17.21 @11'],
    ],
    [
      'package.json without its section, and its own version',
      'package.json',
      hunk(
        '-  "version": "1.0.0",',
        '+  "version": "1.1.0",',
        '-    "@types/node": "20.1.0",',
        '+    "@types/node": "22.1.0",',
        '+    "zod": "^4.0.0"',
      ),
      ['npm @types/node 20.1.0 → 22.1.0 @11', 'npm zod null → ^4.0.0 @12'],
    ],
    [
      'package-lock.json 3',
      'package-lock.json',
      hunk(
        '     "node_modules/a/node_modules/lodash": {',
        '-      "version": "4.17.20",',
        '-      "resolved": "https://r/lodash-4.17.20.tgz",',
        '+      "version": "4.17.21",',
        '+      "resolved": "https://r/lodash-4.17.21.tgz",',
      ),
      ['npm lodash 4.17.20 → 4.17.21 @11 (lock)'],
    ],
    [
      'package-lock.json 1',
      'package-lock.json',
      hunk(
        '     "lodash": {',
        '-      "version": "4.17.20",',
        '+      "version": "4.17.21",',
        '       "requires": {',
        '         "a": "1.0.0"',
        '       }',
      ),
      ['npm lodash 4.17.20 → 4.17.21 @11 (lock)'],
    ],
    [
      'yarn.lock, classic',
      'yarn.lock',
      hunk(
        ' "@babel/core@^7.1.0", "@babel/core@^7.2.0":',
        '-  version "7.1.0"',
        '+  version "7.2.0"',
        '   resolved "https://r"',
        '',
        '-chalk@^2.0.0:',
        '-  version "2.4.2"',
      ),
      ['npm @babel/core 7.1.0 → 7.2.0 @11 (lock)', 'npm chalk 2.4.2 → null @15 (lock)'],
    ],
    [
      'yarn.lock, Berry',
      'yarn.lock',
      hunk(
        ' "lodash@npm:^4.17.20":',
        '-  version: 4.17.20',
        '-  resolution: "lodash@npm:4.17.20"',
        '+  version: 4.17.21',
        '+  resolution: "lodash@npm:4.17.21"',
      ),
      ['npm lodash 4.17.20 → 4.17.21 @11 (lock)'],
    ],
    [
      'pnpm-lock.yaml 9',
      'pnpm-lock.yaml',
      hunk(
        '       lodash:',
        '         specifier: ^4.17.0',
        '-        version: 4.17.20',
        '+        version: 4.17.21',
        '',
        ' packages:',
        '',
        '-  lodash@4.17.20:',
        '+  lodash@4.17.21:',
        "-  '@scope/b@1.0.0(react@18.0.0)':",
        "+  '@scope/b@1.1.0(react@18.0.0)':",
      ),
      ['npm lodash 4.17.20 → 4.17.21 @12 (lock)', 'npm @scope/b 1.0.0 → 1.1.0 @17 (lock)'],
    ],
    [
      'requirements.txt',
      'requirements/dev.txt',
      hunk(
        '-requests[socks]==2.30.0 ; python_version > "3.8"',
        '+requests[socks]==2.31.0 ; python_version > "3.8"',
        ' # numpy==1.0',
        '-numpy>=1.0,<2',
        '+numpy>=2.0,<3',
        '     --hash=sha256:abc',
      ),
      ['pypi requests ==2.30.0 → ==2.31.0 @10', 'pypi numpy >=1.0,<2 → >=2.0,<3 @12'],
    ],
    [
      'pyproject.toml, both ways',
      'pyproject.toml',
      hunk(
        ' [tool.poetry.dependencies]',
        '-django = "^4.1"',
        '+django = "^5.0"',
        ' python = "^3.9"',
        '-celery = { version = "5.2", extras = ["redis"] }',
        '+celery = { version = "5.3", extras = ["redis"] }',
        ' [project]',
        '-dependencies = ["httpx>=0.24", "rich"]',
        '+dependencies = ["httpx>=0.27", "rich"]',
      ),
      ['pypi httpx >=0.24 → >=0.27 @15', 'pypi django ^4.1 → ^5.0 @11', 'pypi celery 5.2 → 5.3 @13'],
    ],
    [
      'poetry.lock',
      'poetry.lock',
      hunk(' [[package]]', ' name = "certifi"', '-version = "2023.7.22"', '+version = "2024.2.2"', ' description = ""'),
      ['pypi certifi 2023.7.22 → 2024.2.2 @12 (lock)'],
    ],
    [
      'uv.lock',
      'uv.lock',
      hunk(' [[package]]', ' name = "idna"', '-version = "3.4"', '+version = "3.6"'),
      ['pypi idna 3.4 → 3.6 @12 (lock)'],
    ],
    [
      'Pipfile',
      'Pipfile',
      hunk(
        ' [packages]',
        '-flask = "==2.2"',
        '+flask = "==3.0"',
        ' [requires]',
        '-python_version = "3.8"',
        '+python_version = "3.9"',
      ),
      ['pypi flask ==2.2 → ==3.0 @11'],
    ],
    [
      'Pipfile.lock',
      'Pipfile.lock',
      hunk(
        '         "flask": {',
        '             "hashes": [',
        '-                "sha256:a"',
        '+                "sha256:b"',
        '             ],',
        '-            "version": "==2.2.0"',
        '+            "version": "==3.0.0"',
      ),
      ['pypi flask ==2.2.0 → ==3.0.0 @14 (lock)'],
    ],
    [
      'Cargo.toml',
      'crates/x/Cargo.toml',
      hunk(
        ' [package]',
        '-version = "0.1.0"',
        '+version = "0.2.0"',
        ' [dependencies]',
        '-serde = { version = "1.0.1", features = ["derive"] }',
        '+serde = { version = "1.0.2", features = ["derive"] }',
        ' [dependencies.tokio]',
        '-version = "1.0"',
        '+version = "1.1"',
      ),
      ['cargo serde 1.0.1 → 1.0.2 @13', 'cargo tokio 1.0 → 1.1 @15'],
    ],
    [
      'Cargo.lock',
      'Cargo.lock',
      hunk(' [[package]]', ' name = "time"', '-version = "0.3.30"', '+version = "0.3.36"', ' source = "registry"'),
      ['cargo time 0.3.30 → 0.3.36 @12 (lock)'],
    ],
    [
      'go.mod',
      'go.mod',
      hunk(
        '-go 1.21',
        '+go 1.22.1',
        ' require (',
        '-\tgithub.com/spf13/cobra v1.7.0',
        '+\tgithub.com/spf13/cobra v1.8.0',
        '-\tgolang.org/x/sys v0.12.0 // indirect',
        '+\tgolang.org/x/sys v0.14.0 // indirect',
        ' )',
      ),
      [
        'go go 1.21 → 1.22.1 @10',
        'go github.com/spf13/cobra v1.7.0 → v1.8.0 @12',
        'go golang.org/x/sys v0.12.0 → v0.14.0 @13 (lock)',
      ],
    ],
    [
      'go.sum',
      'go.sum',
      hunk('-a.b/c v1.0.0 h1:x=', '-a.b/c v1.0.0/go.mod h1:y=', '+a.b/c v1.1.0 h1:x=', '+a.b/c v1.1.0/go.mod h1:y='),
      ['go a.b/c v1.0.0 → v1.1.0 @10 (lock)'],
    ],
    ['Gemfile', 'Gemfile', hunk("-gem 'rails', '~> 7.0'", "+gem 'rails', '~> 7.1'"), ['gem rails ~> 7.0 → ~> 7.1 @10']],
    [
      'Gemfile.lock',
      'Gemfile.lock',
      hunk('-    nokogiri (1.15.0)', '+    nokogiri (1.16.0)', '       racc (~> 1.4)'),
      ['gem nokogiri 1.15.0 → 1.16.0 @10 (lock)'],
    ],
    [
      'composer.json',
      'composer.json',
      hunk('-        "symfony/console": "^6.0",', '+        "symfony/console": "^7.0",', ' "name": "acme/app",'),
      ['composer symfony/console ^6.0 → ^7.0 @10'],
    ],
    [
      'composer.lock',
      'composer.lock',
      hunk('             "name": "monolog/monolog",', '-            "version": "3.4.0",', '+            "version": "3.5.0",'),
      ['composer monolog/monolog 3.4.0 → 3.5.0 @11 (lock)'],
    ],
    [
      'pom.xml, with properties, parent and plug-ins',
      'pom.xml',
      hunk(
        '   <parent>',
        '     <groupId>org.springframework.boot</groupId>',
        '     <artifactId>spring-boot-starter-parent</artifactId>',
        '-    <version>2.7.5</version>',
        '+    <version>3.0.0</version>',
        '   </parent>',
        '   <properties>',
        '-    <jackson.version>2.14.0</jackson.version>',
        '+    <jackson.version>2.15.0</jackson.version>',
        '-    <guava.version>31.0-jre</guava.version>',
        '+    <guava.version>32.0-jre</guava.version>',
        '   </properties>',
        '   <dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId>',
        '     <version>${guava.version}</version>',
        '     <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>',
        '   </dependency>',
        '   <plugin>',
        '     <artifactId>maven-surefire-plugin</artifactId>',
        '-    <version>2.22</version>',
        '+    <version>3.0</version>',
        '   </plugin>',
      ),
      [
        'maven org.springframework.boot:spring-boot-starter-parent 2.7.5 → 3.0.0 @13',
        'maven com.google.guava:guava 31.0-jre → 32.0-jre @17',
        'maven org.apache.maven.plugins:maven-surefire-plugin 2.22 → 3.0 @25',
        'maven jackson.version 2.14.0 → 2.15.0 @16',
      ],
    ],
    [
      'build.gradle',
      'app/build.gradle',
      hunk(
        "-    implementation 'com.squareup.okhttp3:okhttp:4.9.0'",
        "+    implementation 'com.squareup.okhttp3:okhttp:4.12.0'",
        "-    testImplementation group: 'junit', name: 'junit', version: '4.12'",
        "+    testImplementation group: 'junit', name: 'junit', version: '4.13'",
        '-    id("org.jetbrains.kotlin.jvm") version "1.8.0"',
        '+    id("org.jetbrains.kotlin.jvm") version "1.9.0"',
        "-ext.springVersion = '5.3.1'",
        "+ext.springVersion = '6.0.1'",
        '     api "org.springframework:spring-core:$springVersion"',
      ),
      [
        'maven com.squareup.okhttp3:okhttp 4.9.0 → 4.12.0 @10',
        'maven junit:junit 4.12 → 4.13 @11',
        'maven org.jetbrains.kotlin.jvm 1.8.0 → 1.9.0 @12',
        'maven org.springframework:spring-core 5.3.1 → 6.0.1 @13',
      ],
    ],
    [
      'libs.versions.toml',
      'gradle/libs.versions.toml',
      hunk(
        '-ktor = "2.3.0"',
        '+ktor = "2.3.7"',
        '-coil = "2.0"',
        '+coil = "2.5"',
        ' ktor-core = { module = "io.ktor:ktor-client-core", version.ref = "ktor" }',
        '-junit = { group = "junit", name = "junit", version = "4.12" }',
        '+junit = { group = "junit", name = "junit", version = "4.13" }',
      ),
      ['maven coil 2.0 → 2.5 @11', 'maven io.ktor:ktor-client-core 2.3.0 → 2.3.7 @10', 'maven junit:junit 4.12 → 4.13 @13'],
    ],
    [
      'gradle.lockfile',
      'gradle.lockfile',
      hunk('-a.b:c:1.0=runtimeClasspath', '+a.b:c:1.1=runtimeClasspath'),
      ['maven a.b:c 1.0 → 1.1 @10 (lock)'],
    ],
    [
      'the Gradle wrapper',
      'gradle/wrapper/gradle-wrapper.properties',
      hunk(
        '-distributionUrl=https\\://services.gradle.org/distributions/gradle-8.4-bin.zip',
        '+distributionUrl=https\\://services.gradle.org/distributions/gradle-8.5-bin.zip',
      ),
      ['maven gradle 8.4 → 8.5 @10'],
    ],
    [
      'a project file of .NET',
      'src/App.csproj',
      hunk(
        '-    <PackageReference Include="Serilog" Version="3.0.0" />',
        '+    <PackageReference Include="Serilog" Version="3.1.0" />',
        '     <PackageReference Include="Moq">',
        '-      <Version>4.18</Version>',
        '+      <Version>4.20</Version>',
      ),
      ['nuget Serilog 3.0.0 → 3.1.0 @10', 'nuget Moq 4.18 → 4.20 @12'],
    ],
    [
      'packages.lock.json',
      'packages.lock.json',
      hunk('       "Serilog": {', '         "type": "Direct",', '-        "resolved": "3.0.0",', '+        "resolved": "3.1.0",'),
      ['nuget Serilog 3.0.0 → 3.1.0 @12 (lock)'],
    ],
    [
      'a workflow',
      '.github/workflows/ci.yml',
      hunk(
        '-    runs-on: ubuntu-22.04',
        '+    runs-on: ubuntu-24.04',
        '-      - uses: actions/checkout@v3',
        '+      - uses: actions/checkout@v4',
        '-      - uses: acme/setup/sub@8f4b7f8 # v1.2.0',
        '+      - uses: acme/setup/sub@11bd719 # v1.3.0',
        '-      image: postgres:15',
        '+      image: postgres:16',
      ),
      [
        'docker postgres 15 → 16 @13',
        'github-actions actions/checkout v3 → v4 @11',
        'github-actions acme/setup/sub v1.2.0 → v1.3.0 @12',
        'runner ubuntu 22.04 → 24.04 @10',
      ],
    ],
    [
      'a Dockerfile',
      'docker/Dockerfile.dev',
      hunk(
        '-FROM --platform=linux/amd64 registry.acme.io:5000/base/node:20-alpine AS build',
        '+FROM --platform=linux/amd64 registry.acme.io:5000/base/node:22-alpine AS build',
        ' FROM scratch',
      ),
      ['docker registry.acme.io:5000/base/node 20-alpine → 22-alpine @10'],
    ],
  ])('%s', (_, file, patch, expected) => {
    expect(read(file, patch)).toEqual(expected)
  })

  it('says once what manifest and lock file both say', () => {
    const changes = readDependencyChanges([
      {
        file: 'package-lock.json',
        patch: hunk('     "node_modules/a": {', '-      "version": "1.0.0",', '+      "version": "1.1.0",'),
      },
      { file: 'package.json', patch: hunk('-    "a": "^1.0.0",', '+    "a": "^1.1.0",') },
    ])
    expect(changes.map(({ name, file }) => `${name} ${file}`)).toEqual(['a package.json'])
  })

  it('reads nothing where there is no patch or no manifest', () => {
    expect(
      readDependencyChanges([{ file: 'package.json' }, { file: 'src/a.ts', patch: hunk('-"a": "1.0"', '+"a": "2.0"') }]),
    ).toEqual([])
  })

  it('takes any text for a patch', () => {
    const files = [
      'package.json',
      'package-lock.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'requirements.txt',
      'pyproject.toml',
      'poetry.lock',
      'Pipfile.lock',
      'Cargo.toml',
      'go.mod',
      'Gemfile.lock',
      'composer.lock',
      'pom.xml',
      'build.gradle',
      'libs.versions.toml',
      'a.csproj',
      '.github/workflows/a.yml',
      'Dockerfile',
    ]
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '@@ -1,3 +1,3 @@',
        '\n',
        '\n-',
        '\n+',
        '\n ',
        '{',
        '}',
        '"',
        '[',
        '<version>',
        '</',
        '1.2.3',
        '__proto__',
        '"constructor": "1.0.0"',
        '${',
        'FROM ',
        ':',
        '@',
        '=',
        'name = "',
        '<dependency>',
        'uses: ',
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(piece, { maxLength: 40 }), (file, pieces) => {
        for (const { name, line } of readDependencyChanges([{ file, patch: pieces.join('') }])) {
          expect(name).not.toBe('')
          expect(line).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('has a reader for each file only once', () => {
    for (const file of ['package.json', 'yarn.lock', 'Cargo.lock', 'go.sum', 'pom.xml', 'gradle.properties', 'packages.config'])
      expect(ecosystems.filter(({ reads }) => reads(file))).toHaveLength(1)
  })
})
