import type { Rule } from '../model/rule.ts'

/** GPUs: CUDA and ROCm. */
export const rules: readonly Rule[] = [
  {
    id: 'cuda/out-of-memory',
    category: 'resource',
    title: 'The GPU ran out of memory',
    needles: [
      'cuda out of memory',
      'cuda error: out of memory',
      'cuda_error_out_of_memory',
      'torch.outofmemoryerror',
      'hip out of memory',
      'outofmemoryerror: cuda',
      'cublas_status_alloc_failed',
      'resource_exhausted: out of memory',
      'cudaerrormemoryallocation',
      'oom when allocating tensor',
      'mps backend out of memory',
    ],
    pattern:
      /(?:CUDA|HIP|XPU|MPS backend) out of memory|CUDA error: out of memory|CUDA_ERROR_OUT_OF_MEMORY|torch\.(?:cuda\.)?OutOfMemoryError|CUBLAS_STATUS_ALLOC_FAILED|cudaErrorMemoryAllocation|OOM when allocating tensor/,
    extent: { after: 1 },
    transient: 0.35,
    explanation: 'The program asked for more memory than the device has free; other processes on a shared device count too.',
    remedies: [
      'Check with `nvidia-smi` who else uses the device, and end leftovers of earlier jobs.',
      'Use smaller batches or models in tests; free caches between tests.',
    ],
    examples: {
      match: [
        { text: 'RuntimeError: CUDA error: out of memory' },
        { text: 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.' },
      ],
      miss: ['test_cuda_out_of_memory_handler PASSED'],
    },
  },
  {
    id: 'cuda/no-device',
    category: 'runner',
    title: 'There is no usable GPU',
    needles: [
      'no cuda gpus are available',
      'no cuda-capable device',
      'found no nvidia driver',
      'nvidia-smi has failed',
      'could not select device driver',
      'no nvidia',
      'nvml',
      'driver/library version mismatch',
      'no hip gpus',
      'libcuda.so',
      'cuda driver version is insufficient',
      'failed to initialize nvml',
      'unrecognized runtime',
      'nvidia-container-cli',
      'unknown or invalid runtime name: nvidia',
    ],
    pattern:
      /No (?:CUDA|HIP) GPUs are available|no CUDA-capable device is detected|Found no NVIDIA driver|NVIDIA-SMI has failed|could not select device driver "[^"\n]{0,40}" with capabilities|Driver\/library version mismatch|Failed to initialize NVML|nvidia-container-cli: |CUDA driver version is insufficient for CUDA runtime|(?:unknown or invalid|unrecognized) runtime(?: name)?:? "?nvidia|libcuda\.so(?:\.1)?: cannot open shared object/,
    extent: { after: 1 },
    transient: 0.4,
    explanation:
      'The machine has no GPU, its driver does not answer or is too old, or the container was started without access to it.',
    remedies: [
      'Run the job on a runner with a GPU, and the container with `--gpus all`.',
      'After driver updates, restart the machine; match CUDA with the driver.',
    ],
    examples: {
      match: [
        { text: 'RuntimeError: No CUDA GPUs are available' },
        { text: "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver." },
        { text: 'docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]].' },
      ],
      miss: ['torch.cuda.is_available(): False'],
    },
  },
  {
    id: 'cuda/error',
    category: 'crash',
    title: 'A GPU kernel failed: {message}',
    needles: [
      'cuda error:',
      'device-side assert',
      'illegal memory access',
      'cublas_status_',
      'cudnn_status_',
      'nccl error',
      'hip error:',
      'nccl watchdog',
      'xid',
      'no kernel image is available',
    ],
    pattern:
      /\b(?:CUDA|HIP) error: (?!out of memory)(?<message>[^\n]{3,120})|\b(?<status>CUBLAS_STATUS_(?!ALLOC)\w{3,40}|CUDNN_STATUS_(?!SUCCESS)\w{3,40})|ncclSystemError|ncclInternalError|NCCL error in|\bNCCL watchdog[^\n]{0,40}timeout/i,
    extent: { after: 2 },
    transient: 0.2,
    explanation:
      'A kernel failed on the device: a bug (illegal access, assertion), a build for another architecture, or broken communication between devices.',
    remedies: [
      'Run with `CUDA_LAUNCH_BLOCKING=1` to see which call it is.',
      'For “no kernel image”, build for the architecture of this GPU.',
    ],
    examples: {
      match: [
        { text: 'RuntimeError: CUDA error: device-side assert triggered', captures: { message: 'device-side assert triggered' } },
        { text: 'RuntimeError: CUDA error: no kernel image is available for execution on the device' },
      ],
      miss: ['RuntimeError: CUDA error: out of memory'],
    },
  },
]
