var n=class extends Error{name="SherpaError";code;kind;hint;constructor(e,r){super(e.message,r),this.code=e.code,this.kind=e.kind,this.hint=e.hint}};export{n as a};
