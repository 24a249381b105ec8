var r="sherpa/";export{r as a};
