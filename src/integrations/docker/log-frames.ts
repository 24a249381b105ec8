const HEADER_BYTES = 8
const LENGTH_AT = 4

/** What a container printed, both outputs together, out of frames: https://docs.docker.com/reference/api/engine/version/v1.47/#tag/Container/operation/ContainerAttach */
export function readLogFrames(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const decoder = new TextDecoder()
  let text = ''
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    const from = at + HEADER_BYTES
    const to = Math.min(from + view.getUint32(at + LENGTH_AT), bytes.length)
    text += decoder.decode(bytes.subarray(from, to), { stream: true })
    at = to
  }
  return text + decoder.decode()
}
