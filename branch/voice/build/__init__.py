"""Makes voice packs; needs the optional extra ``voice``. Apps reach it through `branch.voice.synth` alone."""
