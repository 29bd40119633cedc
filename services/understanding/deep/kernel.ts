/** kernel.wat, compiled: a test compiles it again and compares. One page of code does nearly all the work of the network. */
const COMPILED =
  'AGFzbQEAAAABGgNgAXsBfWAFe39/f38AYAl/f39/f39/f38AAg8BA2VudgZtZW1vcnkCAAEDBAMAAQIHDAEIbXVsdGlwbHkAAgrhBQMaACAA/RsAIAD9GwFqIAD9GwIgAP0bA2pqsgsdACAEIAAQACABKgIAIAIqAgCUlCADKgIAkjgCAAulBQIIfwt7IAdBAXQhDyAIQQJ0IRADQEEAIQkDQP0MAAAAAAAAAAAAAAAAAAAAACEU/QwAAAAAAAAAAAAAAAAAAAAAIRX9DAAAAAAAAAAAAAAAAAAAAAAhFv0MAAAAAAAAAAAAAAAAAAAAACEX/QwAAAAAAAAAAAAAAAAAAAAAIRj9DAAAAAAAAAAAAAAAAAAAAAAhGf0MAAAAAAAAAAAAAAAAAAAAACEa/QwAAAAAAAAAAAAAAAAAAAAAIRsgAiAKIAdsaiEMIAAgCSAPbGohDUEAIQsDQCAM/QEDACERIAwgB2r9AQMAIRIgDf0ABAAhEyAUIBMgEf26Af2uASEUIBUgEyAS/boB/a4BIRUgDSAPaiEOIA79AAQAIRMgFiATIBH9ugH9rgEhFiAXIBMgEv26Af2uASEXIA4gD2ohDiAO/QAEACETIBggEyAR/boB/a4BIRggGSATIBL9ugH9rgEhGSAOIA9qIQ4gDv0ABAAhEyAaIBMgEf26Af2uASEaIBsgEyAS/boB/a4BIRsgDEEIaiEMIA1BEGohDSALQQhqIQsgCyAHSQ0ACyADIApBAnRqIQwgBCAKQQJ0aiELIAEgCUECdGohDSAFIAkgEGwgCkECdGpqIQ4gFCANIAwgCyAOEAEgFSANIAxBBGogC0EEaiAOQQRqEAEgDUEEaiENIA4gEGohDiAWIA0gDCALIA4QASAXIA0gDEEEaiALQQRqIA5BBGoQASANQQRqIQ0gDiAQaiEOIBggDSAMIAsgDhABIBkgDSAMQQRqIAtBBGogDkEEahABIA1BBGohDSAOIBBqIQ4gGiANIAwgCyAOEAEgGyANIAxBBGogC0EEaiAOQQRqEAEgCUEEaiEJIAkgBkkNAAsgCkECaiEKIAogCEkNAAsL';

/** The bytes of kernel.wat as WebAssembly. */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(COMPILED), (sign) => sign.charCodeAt(0));
}

/** Rows (`rows` of `width` 16-bit numbers) times weights (`outputs` rows of 8-bit ones); all places are bytes in `memory`. */
export type Multiply = (
  rowsAt: number,
  rowScalesAt: number,
  weightsAt: number,
  weightScalesAt: number,
  biasAt: number,
  outAt: number,
  rows: number,
  width: number,
  outputs: number,
) => void;

/** What of WebAssembly is used here; Node has it, its types do not. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: { readonly env: { readonly memory: Memory } });
    readonly exports: Readonly<Record<string, unknown>>;
  }
}

export interface Kernel {
  readonly buffer: ArrayBuffer;
  readonly multiply: Multiply;
}

const PAGE = 65_536;

/** The kernel over a memory of at least so many bytes. Throws where the machine has no WebAssembly SIMD. */
export function loadKernel(bytes: number): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes()), { env: { memory } });
  const { multiply } = exports;
  if (typeof multiply !== 'function') throw new Error('the kernel has no multiply');
  return {
    buffer: memory.buffer,
    multiply: (...places) => {
      multiply(...places);
    },
  };
}
