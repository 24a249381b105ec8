import { expect, it } from 'vitest'
import { parseJunitXml } from './junit-xml.ts'

const parse = (xml: string) => parseJunitXml(xml, 'report.xml')

it('reads Surefire with reruns: a flaky test passed, a rerun one failed once', () => {
  expect(
    parse(`<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="com.acme.CartTest" tests="4" failures="1">
  <properties><property name="x" value="a > b"/></properties>
  <testcase name="addsTax" classname="com.acme.CartTest" time="0.01">
    <failure message="expected: &lt;2&gt; but was: &#60;1&#x3e;" type="AssertionError"><![CDATA[java.lang.AssertionError & more]]></failure>
    <rerunFailure message="again" type="AssertionError"><stackTrace>at x</stackTrace></rerunFailure>
  </testcase>
  <testcase name="net" classname="com.acme.CartTest"><flakyFailure message="once" type="X"/></testcase>
  <testcase name="later" classname="com.acme.CartTest"><skipped/></testcase>
  <testcase name="boom" classname="com.acme.CartTest"><error type="java.lang.NullPointerException"/></testcase>
</testsuite>`),
  ).toEqual({
    framework: 'junit-xml',
    total: 4,
    passed: 1,
    failed: 2,
    skipped: 1,
    failedTests: [
      { name: 'com.acme.CartTest.addsTax', message: 'expected: <2> but was: <1>' },
      { name: 'com.acme.CartTest.boom', message: 'java.lang.NullPointerException' },
    ],
  })
})

it('reads the dialects of pytest, jest-junit, gotestsum, CTest and PHPUnit in nested suites', () => {
  const report = parse(`<testsuites><testsuite name="all">
<testsuite name="pytest"><testcase classname="tests.test_cart.Cart" name="test_tax[a b]" file="tests/test_cart.py" line="3"><failure message="assert 1 == 2">E assert</failure></testcase></testsuite>
<testsuite name="cart"><testcase classname="cart adds tax" name="cart adds tax"><failure>Error: expect(received)
    at x</failure></testcase></testsuite>
<testsuite name="example.com/cart"><testcase classname="example.com/cart" name="TestTax/a_b"><failure message="Failed" type=""/></testcase></testsuite>
<testsuite name="ctest"><testcase name="adds_tax" classname="adds_tax" status="fail"><failure message=""/><system-out>out</system-out></testcase><testcase name="gone" status="notrun"/></testsuite>
<testsuite name="CartTest" file="/app/CartTest.php"><testcase name="testTax" class="Acme\\CartTest" line="12"><error type="E">Acme\\CartTest::testTax
boom
far below</error></testcase></testsuite>
</testsuite></testsuites>`)
  expect(report).toEqual({
    framework: 'junit-xml',
    total: 6,
    passed: 0,
    failed: 5,
    skipped: 1,
    failedTests: [
      { name: 'tests.test_cart.Cart › test_tax[a b]', message: 'assert 1 == 2', file: 'tests/test_cart.py', line: 3 },
      { name: 'cart adds tax', message: 'Error: expect(received)\n    at x' },
      { name: 'example.com/cart.TestTax/a_b', message: 'Failed' },
      { name: 'adds_tax' },
      { name: 'Acme\\CartTest.testTax', message: 'E', file: '/app/CartTest.php', line: 12 },
    ],
  })
})

it('takes the last outcome of a test that was run again', () => {
  expect(
    parse('<testsuite><testcase classname="a" name="b"><failure/></testcase><testcase classname="a" name="b"/></testsuite>'),
  ).toMatchObject({ total: 1, passed: 1, failed: 0 })
})

it.each([
  ['<testsuite><testcase name="a"><failure message="no"/></testcase><testcase name="b', 'it ends inside a tag', 1],
  ['<testsuite><testcase name="a"><failure message="no">because', 'it ends inside <failure>', 1],
  ['<testsuite><testcase name="a"><failure message="no"/></testcase></wrong>', '</wrong> closes an element that is not open', 1],
  [
    '<testsuite><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><testcase name="&e;"/>',
    'it has a document type, which is refused',
    0,
  ],
  [`<testsuite>${'<a>'.repeat(300)}`, 'elements nest deeper than 200', 0],
])('keeps what it read of broken XML: %.50s', (xml, trouble, failed) => {
  expect(parse(xml)).toMatchObject({ trouble: `report.xml is broken XML: ${trouble}`, report: { failed } })
})

it.each(['', 'not xml', '<html><body/></html>', '<!DOCTYPE testsuite><testsuite/>'])('refuses what is no report: %s', xml => {
  expect(parse(xml)).toMatchObject({ trouble: expect.stringContaining('report.xml is no JUnit report') })
})

it('leaves unknown entities as written', () => {
  expect(parse('<testsuite><testcase name="&e; &amp; &#0; &#99999999;"><error/></testcase></testsuite>')).toMatchObject({
    failedTests: [{ name: '&e; & &#0; &#99999999;' }],
  })
})
